/** What `lz export --help` says. */
export function exportHelp(): string {
  return `Usage: lz export --scenario NAME | --events FILE  --pcapng FILE --keys DIR  [OPTION ...]

Writes a run as a packet analyser would have captured it, at the UE and at the PDN GW, and the keys
that open it. A message that is lost is in the capture at its sender alone. What has no octets, such
as a message that the text leaves for further study, is said on standard output.

  --scenario NAME        a scenario of lz scenarios
  --events FILE          events from a file, - for standard input, as lz run takes them
  --pcapng FILE          where the capture goes; a file that is there is written over
  --keys DIR             a folder, made if it is not there, for ikev2_decryption_table and esp_sa,
                         the two tables of keys as Wireshark keeps them
  --patch TEXT           octets changed on the way, as for lz run: what arrives is written with them, and
                         the comment of the packet lists them
  --preset NAME, --set PARAMETER=VALUE, --session NAME=VALUE
                         as for lz run: the reading, and access, algorithms and numbers

To look at it: WIRESHARK_CONFIG_DIR=DIR tshark -n -r FILE -o esp.enable_encryption_decode:TRUE
(with access ipv4Nat also -d udp.port==4191,ipv6). Each packet is there twice, as it was sent and as it arrived.

Example: lz export --scenario ue-initiated --session suite=aesCbcSha1 --pcapng run.pcapng --keys keys
`;
}

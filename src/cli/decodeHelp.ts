/** What `lz decode --help` says. */
export function decodeHelp(): string {
  return `Usage: lz decode FILE [--keys DIR] [--json]

Reads a capture, pcap or pcapng, compressed by gzip or not, and prints one line a frame: number, time, source and
destination, what it is, and what is wrong with it. FILE may be - for standard input. Read as a stream, whatever its size.

Link types: Ethernet with VLAN tags, bare IP, Linux cooked v1 and v2, null and loopback.

  --keys DIR  a folder with ikev2_decryption_table and esp_sa (or one of them), as Wireshark writes them and lz export does
  --json      {"frames": [...], "file": {"type", "error"}}: one object a frame with
              frame, time, length, captured, error (null or a sentence), notes (severity, at, text) and, where it has them,
                ip      src, dst, proto
                ipv6    src, dst, plen, nxt, hlim
                udp     sport, dport
                mipv6   mh_type, seq, lifetime_units, status, flags_set, option_types, checksum_ok;
                        of BRI and BRA also revocation_type, and trigger of BRI
                isakmp  spi_i, spi_r, exchange, I, R, msgid, length, payload_types, decrypted, integrity_ok,
                        inner_payload_types, deletes (protocol, spis), notifies (protocol, type, spi, data)
                esp     spi, seq, decrypted, icv_ok, next_header
              a layer that occurs more than once is a list, outermost first; a verdict that takes a key is left out without it

A file that is cut or damaged is shown as far as it can be read, and then the exit status is 2.
`;
}

/** What `lz export --help` says. */
export function exportHelp(): string {
  return `Usage: lz export --scenario NAME | --events FILE | --file FILE  --FORMAT FILE ...  [OPTION ...]
       lz export ...  --pcapng FILE --keys DIR  [OPTION ...]

Writes a run to be taken away. A file that is there is written over; several formats may be asked for at once.
For FILE, - is standard output: for one format that is a text of its own.

  --svg FILE             the figure, for Word, PowerPoint, Inkscape and the like; as wide as the text of an A4 page
  --png FILE, --png4 FILE
                         the same as a picture, two and four times as large, with the run in it, to be opened again
                         here and in the page; drawn by rsvg-convert (Debian: librsvg2-bin)
  --mermaid FILE, --plantuml FILE
                         the text of the figure for these tools
  --msc FILE             the chart in the textual form of ITU-T Z.120 (MSC/PR)
  --json FILE            the run file: opened again by --file and by the page
  --html FILE            the app with the run in it, for a mail or a meeting server: it needs no network
  --docx FILE            the review pack for Word: figure and steps, message fields, timers, questions to the
                         text, the clause with the changes that the reading proposes as tracked changes
  --markdown FILE        the same as Markdown, its figures as SVG files beside it
  --pcapng FILE --keys DIR
                         the run as a packet analyser would have captured it, at the UE and at the PDN GW,
                         and a folder with the keys that open it: ikev2_decryption_table and esp_sa, as Wireshark
                         keeps them. A message that is lost is in the capture at its sender alone. What has no octets,
                         such as a message that the text leaves for further study, is said on standard output.

  --scenario NAME        a scenario of lz scenarios
  --events FILE          events from a file, - for standard input, as lz run takes them
  --file FILE            a run file, or a PNG with a run in it, - for standard input: it has the reading and all else
  --patch TEXT           octets changed on the way, as for lz run: what arrives is written with them, and
                         the comment of the packet lists them
  --preset NAME, --set PARAMETER=VALUE, --session NAME=VALUE
                         as for lz run: the reading, and access, algorithms and numbers

To look at packets: WIRESHARK_CONFIG_DIR=DIR tshark -n -r FILE -o esp.enable_encryption_decode:TRUE
(with access ipv4Nat also -d udp.port==4191,ipv6). Each packet is there twice, as it was sent and as it arrived.

Examples:
  lz export --scenario h-03 --svg h-03.svg --json h-03.json
  lz export --scenario ue-initiated --session suite=aesCbcSha1 --pcapng run.pcapng --keys keys
`;
}

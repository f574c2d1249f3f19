/** Abbreviations and short terms: what each stands for, and what it is in one line. */

export interface GlossaryEntry {
  readonly abbreviation: string;
  readonly expansion: string;
  readonly meaning: string;
}

function entry<Abbreviation extends string>(abbreviation: Abbreviation, expansion: string, meaning: string) {
  return { abbreviation, expansion, meaning } as const;
}

export const glossary = [
  entry('3GPP', '3rd Generation Partnership Project', 'Writes the TRs and TSs.'),
  entry(
    'AAA',
    'authentication, authorisation and accounting',
    'The server that admits the UE and is told of its detach.',
  ),
  entry('AES', 'Advanced Encryption Standard', 'The block cipher that protects IKE and ESP here.'),
  entry('AH', 'Authentication Header', 'The IPsec protocol that proves packets unaltered and encrypts nothing.'),
  entry('APN', 'access point name', 'The name of the PDN that a connection leads to.'),
  entry('BA', 'Binding Acknowledgement', 'The answer of the PDN GW to a BU, with a status.'),
  entry('BBERF', 'bearer binding and event reporting function', 'The policy function at the access.'),
  entry('BC', 'Binding Cache', 'The table of bindings at the home agent.'),
  entry('BCE', 'Binding Cache entry', 'One binding in that table, found by its home address.'),
  entry('BE', 'Binding Error', 'An unprotected Mobile IPv6 error message.'),
  entry('BRA', 'Binding Revocation Acknowledgement', 'The answer of the UE to a BRI.'),
  entry('BRI', 'Binding Revocation Indication', 'Tells the UE that its binding is withdrawn.'),
  entry('BRR', 'Binding Refresh Request', 'Asks the UE to send a BU.'),
  entry('BU', 'Binding Update', 'Tells the PDN GW where the UE is; lifetime 0 ends the binding.'),
  entry('BUL', 'Binding Update List', 'The table of bindings at the UE.'),
  entry('C-bit', 'critical bit', 'Marks an IKE payload that must be understood.'),
  entry('CBC', 'cipher block chaining', 'Each block of a cipher is mixed with the one before it.'),
  entry('Child SA', 'child security association', 'A pair of ESP or AH SAs made under an IKE SA.'),
  entry('CoA', 'care-of address', 'The address that the UE has from its access network.'),
  entry('DELETE', 'Delete payload of IKEv2', 'Tells the peer which security associations are gone.'),
  entry('DHCP', 'Dynamic Host Configuration Protocol', 'Gives a host its address and tells it what else it needs.'),
  entry('DOCX', 'document of Office Open XML', 'The form of a text that Word opens.'),
  entry('DPD', 'dead peer detection', 'An empty INFORMATIONAL request that asks whether the peer is alive.'),
  entry('DSMIPv6', 'Dual-Stack Mobile IPv6', 'Mobile IPv6 that also serves IPv4 addresses and IPv4 accesses.'),
  entry('EAP', 'Extensible Authentication Protocol', 'Carries the proof of who the UE is.'),
  entry('EPC', 'Evolved Packet Core', 'The core network that the PDN GW belongs to.'),
  entry('ePDG', 'evolved packet data gateway', 'The gateway between an untrusted access and the core network.'),
  entry('ESN', 'extended sequence number', 'An ESP sequence number of 64 bits.'),
  entry('ESP', 'Encapsulating Security Payload', 'The IPsec protocol that encrypts and protects packets.'),
  entry('FFS', 'for further study', 'Left open by the text.'),
  entry('Gateway Control session', 'Gateway Control session', 'The policy session between the access and the PCRF.'),
  entry('GCM', 'Galois/counter mode', 'Encrypts and proves unaltered in one pass.'),
  entry('HA', 'home agent', 'The Mobile IPv6 role that the PDN GW plays.'),
  entry('HAO', 'Home Address destination option', 'Carries the home address in a packet from the UE.'),
  entry('HMAC', 'keyed-hash message authentication code', 'A check value that only who has the key can make.'),
  entry('HNP', 'home network prefix', 'The prefix that the home address is taken from.'),
  entry('HoA', 'home address', 'The address of the UE in the PDN, and the key of its binding.'),
  entry('HSS', 'home subscriber server', 'The subscriber database behind the AAA server.'),
  entry('HTML', 'HyperText Markup Language', 'The form of a page that a browser shows.'),
  entry('I-WLAN', '3GPP WLAN interworking', 'The older tunnel service that the contribution compares itself with.'),
  entry('ICV', 'integrity check value', 'The last octets of a protected packet, which prove it is unaltered.'),
  entry('IDi', 'identity of the initiator', 'The IKEv2 payload by which the initiator names itself.'),
  entry('IETF', 'Internet Engineering Task Force', 'Writes the RFCs.'),
  entry('IFOM', 'IP flow mobility', 'One UE spreads the flows of a home address over several accesses.'),
  entry('IKE', 'Internet Key Exchange', 'The protocol that makes security associations; here in version 2.'),
  entry('IKE SA', 'IKE security association', 'The IKEv2 association under which child SAs are made and deleted.'),
  entry('IKEv2', 'Internet Key Exchange version 2', 'The protocol that sets up and removes security associations.'),
  entry('INFORMATIONAL', 'INFORMATIONAL exchange', 'The IKEv2 exchange, number 37, that carries DELETE.'),
  entry('IP', 'Internet Protocol', 'Carries packets from network to network.'),
  entry(
    'IP-CAN session',
    'IP connectivity access network session',
    'The policy session between the PCRF and the PDN GW.',
  ),
  entry('IPsec', 'IP security', 'The protection of IP packets by security associations and policies.'),
  entry('IPv4', 'Internet Protocol version 4', 'Has addresses of 32 bits.'),
  entry('IPv6', 'Internet Protocol version 6', 'Has addresses of 128 bits.'),
  entry('IV', 'initialisation vector', 'A fresh value that makes equal texts look different when encrypted.'),
  entry('JSON', 'JavaScript Object Notation', 'A form of data as text.'),
  entry('K bit', 'key management mobility capability bit', 'Says that the IKE SA follows the UE when it moves.'),
  entry('MH', 'Mobility Header', 'The IPv6 extension header that carries Mobile IPv6 messages.'),
  entry('MN', 'mobile node', 'The Mobile IPv6 role that the UE plays.'),
  entry('MPA', 'Mobile Prefix Advertisement', 'Tells the UE of changes to its home prefix.'),
  entry('MPS', 'Mobile Prefix Solicitation', 'Asks for a Mobile Prefix Advertisement.'),
  entry('MSC', 'message sequence chart', 'The notation of ITU-T Z.120 for who sends what to whom.'),
  entry('NAT', 'network address translation', 'Changes IPv4 addresses and ports on the way.'),
  entry('Non-ESP marker', 'non-ESP marker', 'Four zero octets that mark IKE on UDP port 4500.'),
  entry('PCRF', 'policy and charging rules function', 'Decides on policy and is told when the PDN connection ends.'),
  entry('PDG', 'packet data gateway', 'The gateway of I-WLAN.'),
  entry('PDN', 'packet data network', 'The network that the UE reaches through a PDN GW.'),
  entry('PDN GW', 'packet data network gateway', 'The gateway to the PDN, and the home agent here.'),
  entry('PNG', 'Portable Network Graphics', 'A picture made of dots.'),
  entry('QR code', 'Quick Response code', 'A square of dots that a telephone reads as an address.'),
  entry('RFC', 'Request for Comments', 'A document of the IETF; the number says which.'),
  entry('RH2', 'type 2 routing header', 'Carries the home address in a packet to the UE.'),
  entry('S2c', 'S2c reference point', 'Lies between the UE and the PDN GW.'),
  entry('S6b', 'S6b reference point', 'Lies between the PDN GW and the AAA server.'),
  entry('SA', 'security association', 'What two ends agreed on to protect one direction of traffic.'),
  entry('SAD', 'security association database', 'The table of the security associations that exist.'),
  entry('SHA', 'Secure Hash Algorithm', 'Makes a short value that changes with every bit of a text.'),
  entry('SPD', 'security policy database', 'The table that says which traffic must be protected.'),
  entry('SPI', 'security parameter index', 'The number by which a receiver finds its security association.'),
  entry('SPIN', 'Simple Promela Interpreter', 'A model checker, which looks at all runs of a model.'),
  entry('SVG', 'Scalable Vector Graphics', 'A picture made of lines and text, sharp at any size.'),
  entry('TR', 'Technical Report', 'A 3GPP document that informs and asks for nothing.'),
  entry('TS', 'Technical Specification', 'A 3GPP document whose "shall" counts.'),
  entry('UDP', 'User Datagram Protocol', 'Carries IKE, and ESP across a NAT.'),
  entry('UE', 'user equipment', 'The terminal, and the Mobile IPv6 mobile node here.'),
  entry('W-APN', 'WLAN access point name', 'The name of the PDN behind an I-WLAN tunnel.'),
  entry('WLAN', 'wireless local area network', 'An access that is not of 3GPP.'),
] as const satisfies readonly GlossaryEntry[];

export type Abbreviation = (typeof glossary)[number]['abbreviation'];

const expansions: ReadonlyMap<string, string> = new Map(glossary.map((one) => [one.abbreviation, one.expansion]));

/** The words an abbreviation stands for; undefined if the glossary does not have it. Upper and lower case matter. */
export function expand(abbreviation: Abbreviation): string;
export function expand(abbreviation: string): string | undefined;
export function expand(abbreviation: string): string | undefined {
  return expansions.get(abbreviation);
}

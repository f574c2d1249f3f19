"""Writes captures that no code of ours had a hand in: Scapy builds them, `cryptography` seals them (its Delete has no fields, so those are octets).

    foreignCaptures.py FOLDER

Makes FOLDER/NAME.pcap for each link type, a sealed one with FOLDER/keys/esp_sa and FOLDER/keys/ikev2_decryption_table.
"""
import os
import struct
import sys
import warnings

warnings.filterwarnings("ignore")

from cryptography.hazmat.primitives import hashes, hmac  # noqa: E402
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes  # noqa: E402
from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: E402
from scapy.contrib.ikev2 import (  # noqa: E402
    IKEv2, IKEv2_payload_Delete, IKEv2_payload_KE, IKEv2_payload_Nonce, IKEv2_payload_Notify,
    IKEv2_payload_Proposal, IKEv2_payload_SA, IKEv2_payload_Transform, IKEv2_payload_VendorID,
)
from scapy.layers.inet import IP, UDP  # noqa: E402
from scapy.layers.inet6 import (  # noqa: E402
    HAO, IPv6, IPv6ExtHdrDestOpt, IPv6ExtHdrRouting, MIP6MH_BA, MIP6MH_BE, MIP6MH_BRR, MIP6MH_BU, MIP6MH_CoT, MIP6MH_CoTI,
    MIP6MH_Generic, MIP6MH_HoT, MIP6MH_HoTI, MIP6OptAltCoA, MIP6OptBRAdvice, MIP6OptMNID, MIP6OptMobNetPrefix, MIP6OptNonceIndices,
)
from scapy.layers.ipsec import ESP, SecurityAssociation  # noqa: E402
from scapy.layers.l2 import CookedLinux, Dot1AD, Dot1Q, Ether  # noqa: E402
from scapy.packet import Raw  # noqa: E402
from scapy.utils import RawPcapWriter  # noqa: E402

UE, HOME, AGENT = "2001:db8:c:1::77", "2001:db8:a:1::10", "2001:db8:a::1"


def from_ue(upper):
    return IPv6(src=UE, dst=AGENT) / IPv6ExtHdrDestOpt(options=[HAO(hoa=HOME)]) / upper


def to_ue(upper):
    return IPv6(src=AGENT, dst=UE) / IPv6ExtHdrRouting(type=2, segleft=1, addresses=[HOME]) / upper


def mobility_messages():
    """Every Mobility Header that Scapy has a class for, in several forms."""
    option_sets = [
        [],
        [MIP6OptAltCoA(acoa=UE)],
        [MIP6OptNonceIndices(olen=4, hni=3, coni=0x1234)],
        [MIP6OptMobNetPrefix(plen=56, prefix="2001:db8:aa00::")],
        [MIP6OptMNID(subtype=1, id="ue@nai.example")],
        [MIP6OptAltCoA(acoa=UE), MIP6OptNonceIndices(olen=4, hni=1, coni=2), MIP6OptMNID(subtype=1, id="a@b")],
    ]
    for number, options in enumerate(option_sets):
        for flags in ("", "A", "AH", "AHLK", "AHLKMRP"):
            for time in (0, 1, 0xFFFF):
                yield from_ue(MIP6MH_BU(seq=0xFF00 + number, flags=flags, mhtime=time, options=options))
    for status in (0, 1, 128, 129, 130, 131, 132, 133, 134, 135, 139, 140, 143, 174):
        for flags in ("", "K", "KR"):
            yield to_ue(MIP6MH_BA(status=status, flags=flags, seq=0x8000 + status, mhtime=status))
    yield to_ue(MIP6MH_BA(status=0, seq=9, mhtime=10, options=[MIP6OptBRAdvice(rinter=5)]))
    yield IPv6(src=AGENT, dst=UE) / MIP6MH_BE(status=1, ha=HOME)
    yield IPv6(src=AGENT, dst=UE) / MIP6MH_BE(status=2, ha="::")
    yield to_ue(MIP6MH_BRR())
    yield IPv6(src=HOME, dst=AGENT) / MIP6MH_HoTI(cookie=b"\x01\x23\x45\x67\x89\xab\xcd\xef")
    yield IPv6(src=UE, dst=AGENT) / MIP6MH_CoTI(cookie=b"\xfe\xdc\xba\x98\x76\x54\x32\x10")
    yield IPv6(src=AGENT, dst=HOME) / MIP6MH_HoT(index=0x1234, cookie=b"\x01" * 8, token=b"\x02" * 8)
    yield IPv6(src=AGENT, dst=UE) / MIP6MH_CoT(index=0x4321, cookie=b"\x03" * 8, token=b"\x04" * 8)


SPIS = {"init_SPI": b"\xa1" * 8, "resp_SPI": b"\xb1" * 8}


def udp4(sport, dport, upper):
    return IP(src="192.0.2.77", dst="203.0.113.1") / UDP(sport=sport, dport=dport) / upper


def ike_messages():
    """An IKE_SA_INIT exchange and unprotected Notify messages, over IPv6, IPv4, and port 4500."""
    transforms = (
        IKEv2_payload_Transform(next_payload="Transform", transform_type="Encryption", transform_id=12, length=12, key_length=128)
        / IKEv2_payload_Transform(next_payload="Transform", transform_type="PRF", transform_id=2)
        / IKEv2_payload_Transform(next_payload="Transform", transform_type="Integrity", transform_id=2)
        / IKEv2_payload_Transform(next_payload="last", transform_type="GroupDesc", transform_id=14)
    )

    def init(flags, responder):
        return (
            IKEv2(init_SPI=b"\xa1" * 8, resp_SPI=responder, next_payload="SA", exch_type="IKE_SA_INIT", flags=flags, id=0)
            / IKEv2_payload_SA(next_payload="KE", prop=IKEv2_payload_Proposal(trans_nb=4, trans=transforms))
            / IKEv2_payload_KE(next_payload="Nonce", group="2048MODPgr", load=bytes(range(256)))
            / IKEv2_payload_Nonce(next_payload="Notify", load=bytes(range(32)))
            / IKEv2_payload_Notify(next_payload="Notify", type=16388, load=b"\x11" * 20)
            / IKEv2_payload_Notify(next_payload="VendorID", type=16389, load=b"\x22" * 20)
            / IKEv2_payload_VendorID(next_payload=0, vendorID=b"no vendor of ours")
        )

    def notify(kind, flags=0x20, **more):
        head = IKEv2(next_payload="Notify", exch_type=37, flags=flags, id=4, **SPIS)
        return head / IKEv2_payload_Notify(next_payload=0, type=kind, **more)

    messages = [init(0x08, b"\0" * 8), init(0x20, b"\xb1" * 8), notify(4), notify(7), notify(9, load=b"\0\0\0\7"), notify(43)]
    messages.append(notify(11, flags=0x08, load=b"\0\0\xc0\1"))
    for message in messages:
        yield IPv6(src=UE, dst=AGENT) / UDP(sport=500, dport=500) / message
        yield udp4(500, 500, message)
        yield udp4(4500, 4500, Raw(b"\0\0\0\0") / message)
    yield udp4(4500, 4500, Raw(b"\xff"))


GCM_KEY, CBC_KEY, MAC_KEY = bytes(range(20)), bytes(range(16)), bytes(range(64, 84))


def sealed_mobility():
    """The mobility messages in transport-mode ESP, sealed by Scapy: AES-GCM on one SPI, AES-CBC with HMAC on the other."""
    gcm = SecurityAssociation(ESP, spi=0xC001, crypt_algo="AES-GCM", crypt_key=GCM_KEY)
    cbc = SecurityAssociation(ESP, spi=0xC002, crypt_algo="AES-CBC", crypt_key=CBC_KEY, auth_algo="HMAC-SHA1-96", auth_key=MAC_KEY)
    for number, packet in enumerate(mobility_messages(), 1):
        whole = IPv6(bytes(packet))
        yield gcm.encrypt(whole, seq_num=number, iv=struct.pack(">Q", number))
        yield cbc.encrypt(whole, seq_num=number, iv=struct.pack(">QQ", number, number))
    tunnel = SecurityAssociation(
        ESP, spi=0xC003, crypt_algo="AES-CBC", crypt_key=CBC_KEY, auth_algo="SHA2-256-128", auth_key=MAC_KEY + b"\0" * 12,
        tunnel_header=IPv6(src=UE, dst=AGENT),
    )
    yield tunnel.encrypt(IPv6(src=HOME, dst="2001:db8:ff::1") / UDP(sport=1024, dport=9) / Raw(b"payload"), seq_num=1, iv=b"\5" * 16)


IKE_GCM = {"ei": bytes(range(20)), "er": bytes(range(20, 40))}
IKE_CBC = {"ei": bytes(range(16)), "er": bytes(range(16, 32)), "ai": bytes(range(20)), "ar": bytes(range(20, 40))}


def ike_with_sk(spi, exchange, flags, message_id, first, body_length):
    head = IKEv2(init_SPI=spi, resp_SPI=b"\xb2" * 8, next_payload=46, exch_type=exchange, flags=flags, id=message_id)
    whole = bytearray(bytes(head)[:28])
    whole[24:28] = struct.pack(">I", 32 + body_length)
    return bytes(whole) + struct.pack(">BBH", first, 0, 4 + body_length)


def seal_gcm(exchange, flags, message_id, first, inner):
    key = IKE_GCM["ei" if flags & 8 else "er"]
    iv = struct.pack(">Q", message_id + 1)
    head = ike_with_sk(b"\xa2" * 8, exchange, flags, message_id, first, 8 + len(inner) + 1 + 16)
    return head + iv + AESGCM(key[:16]).encrypt(key[16:] + iv, inner + b"\0", head)


def seal_cbc(exchange, flags, message_id, first, inner):
    side = "i" if flags & 8 else "r"
    pad = -(len(inner) + 1) % 16
    iv = struct.pack(">QQ", message_id, 7)
    head = ike_with_sk(b"\xa3" * 8, exchange, flags, message_id, first, 16 + len(inner) + pad + 1 + 12)
    encryptor = Cipher(algorithms.AES(IKE_CBC["e" + side]), modes.CBC(iv)).encryptor()
    message = head + iv + encryptor.update(inner + b"\0" * pad + bytes([pad])) + encryptor.finalize()
    mac = hmac.HMAC(IKE_CBC["a" + side], hashes.SHA1())
    mac.update(message)
    return message + mac.finalize()[:12]


def sealed_ike():
    """INFORMATIONAL exchanges, each sealed with AES-GCM and with AES-CBC."""
    delete_ike = bytes(IKEv2_payload_Delete(next_payload=0, vendorID=b"\1\0\0\0"))
    delete_esp = bytes(IKEv2_payload_Delete(next_payload=0, vendorID=b"\3\4\0\2\0\0\xd0\1\0\0\xd0\3"))
    notify = bytes(IKEv2_payload_Notify(next_payload=0, type=16384))
    identity = struct.pack(">BBHB3x", 0, 0, 16, 2) + b"internet"
    bodies = [(37, 42, delete_ike), (37, 0, b""), (37, 42, delete_esp), (37, 41, notify), (35, 35, identity)]
    for message_id, (exchange, first, inner) in enumerate(bodies, 2):
        for flags in (0x08, 0x20, 0x00, 0x28):
            for seal in (seal_gcm, seal_cbc):
                yield IPv6(src=UE, dst=AGENT) / UDP(sport=500, dport=500) / Raw(seal(exchange, flags, message_id, first, inner))


def plain(packets):
    return [IPv6(bytes(each)) if each.version == 6 else IP(bytes(each)) for each in packets]


def write_keys(folder):
    os.makedirs(folder, exist_ok=True)
    rows = [
        (0xC001, "AES-GCM with 16 octet ICV [RFC4106]", GCM_KEY, "NULL", b""),
        (0xC002, "AES-CBC [RFC3602]", CBC_KEY, "HMAC-SHA-1-96 [RFC2404]", MAC_KEY),
        (0xC003, "AES-CBC [RFC3602]", CBC_KEY, "HMAC-SHA-256-128 [RFC4868]", MAC_KEY + b"\0" * 12),
    ]
    shown = lambda key: "0x" + key.hex() if key else ""  # noqa: E731
    with open(os.path.join(folder, "esp_sa"), "w", encoding="ascii") as file:
        for spi, cipher, key, mac, mac_key in rows:
            file.write(f'"IPv6","*","*","0x{spi:08x}","{cipher}","{shown(key)}","{mac}","{shown(mac_key)}"\n')
    gcm, cbc = "AES-GCM-128 with 16 octet ICV [RFC5282]", "AES-CBC-128 [RFC3602]"
    with open(os.path.join(folder, "ikev2_decryption_table"), "w", encoding="ascii") as file:
        file.write(f'{"a2" * 8},{"b2" * 8},{IKE_GCM["ei"].hex()},{IKE_GCM["er"].hex()},"{gcm}",,,"NONE [RFC4306]"\n')
        keys = [IKE_CBC[each].hex() for each in ("ei", "er", "ai", "ar")]
        file.write(f'{"a3" * 8},{"b2" * 8},{keys[0]},{keys[1]},"{cbc}",{keys[2]},{keys[3]},"HMAC_SHA1_96 [RFC2404]"\n')


MACS = {"src": "02:00:00:00:00:01", "dst": "02:00:00:00:00:02"}


def ethernet(packets):
    """Untagged, with one tag, with two, with the zeros that fill a short frame."""
    for number, packet in enumerate(packets):
        kind = 0x86DD if packet.version == 6 else 0x0800
        tags = [lambda: Ether(**MACS, type=kind), lambda: Ether(**MACS) / Dot1Q(vlan=5, type=kind)]
        tags.append(lambda: Ether(**MACS) / Dot1AD(vlan=7) / Dot1Q(vlan=5, type=kind))
        octets = bytes(tags[number % 3]() / packet)
        yield octets + b"\0" * (number % 4 * 2)


def cooked(packets):
    for packet in packets:
        yield CookedLinux(pkttype=4, lladdrlen=6, src=b"\2\0\0\0\0\1", proto=0x86DD if packet.version == 6 else 0x0800) / packet


def ill_named():
    """Codes that Wireshark 4.0 gives the names of drafts: BRA statuses, IPv4 Address Acknowledgement statuses."""
    bra = lambda status: struct.pack(">BBHHBBBB", 2, status, 0x2101, 0, 1, 2, 0, 0)  # noqa: E731
    for status in (0, 1, 128, 129, 130, 131, 132, 133, 134, 135):
        yield from_ue(MIP6MH_Generic(nh=59, len=1, mhtype=16, res=0, msg=bra(status)))
    for status in (0, 128, 129, 130, 131, 132, 133):
        option = struct.pack(">BBBB4B", 30, 6, status, 32 << 2, 192, 0, 2, 10)
        ack = struct.pack(">BBHH", 0, 0x80, 8, 0)
        yield to_ue(MIP6MH_Generic(nh=59, len=2, mhtype=6, res=0, msg=ack + option + b"\1\2\0\0"))


def write(folder, name, link_type, packets, **more):
    writer = RawPcapWriter(os.path.join(folder, name + ".pcap"), linktype=link_type, **more)
    writer.write_header(None)
    for number, packet in enumerate(packets):
        writer.write_packet(bytes(packet), sec=1700000000 + number, usec=number)
    writer.close()


def main(folder):
    clear = plain(list(mobility_messages()) + list(ike_messages()))
    write(folder, "rawIp", 101, clear)
    write(folder, "ethernet", 1, ethernet(clear))
    write(folder, "cooked", 113, cooked(clear))
    write(folder, "swapped", 101, clear, endianness=">", nano=True)
    write(folder, "illNamed", 101, plain(ill_named()))
    write(folder, "sealed", 101, list(sealed_mobility()) + list(sealed_ike()))
    write_keys(os.path.join(folder, "keys"))


if __name__ == "__main__":
    main(sys.argv[1])

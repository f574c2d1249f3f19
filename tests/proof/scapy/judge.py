"""What Scapy says of the ESP and Mobility Headers of captures of bare IP packets.

    judge.py CAPTURE KEYS [CAPTURE KEYS ...]

KEYS is a folder with Wireshark's file `esp_sa`. Prints one JSON list for each pair: for each frame
{"esp": [{"spi", "seq", "verified", "next_header"}], "mobility": [{"type", "checksum_ok", "flags"}]}; "verified" is null without a key.
"""
import csv
import json
import os
import struct
import sys
import warnings

warnings.filterwarnings("ignore")

from scapy.layers.inet import IP, UDP  # noqa: E402
from scapy.layers.inet6 import HAO, IPv6, IPv6ExtHdrDestOpt, IPv6ExtHdrRouting, MIP6MH_BA, MIP6MH_BU  # noqa: E402
from scapy.layers.ipsec import ESP, IPSecIntegrityError, SecurityAssociation  # noqa: E402
from scapy.packet import NoPayload  # noqa: E402
from scapy.utils import RawPcapReader, checksum, inet_pton  # noqa: E402

import socket  # noqa: E402

ENCRYPTION = {
    "AES-GCM with 16 octet ICV [RFC4106]": "AES-GCM",
    "AES-CBC [RFC3602]": "AES-CBC",
}
INTEGRITY = {"NULL": None, "HMAC-SHA-1-96 [RFC2404]": "HMAC-SHA1-96", "HMAC-SHA-256-128 [RFC4868]": "SHA2-256-128"}


def association(row):
    spi, cipher, key, mac, mac_key = row[3:8]
    return SecurityAssociation(
        ESP, spi=int(spi, 0), crypt_algo=ENCRYPTION[cipher], crypt_key=bytes.fromhex(key[2:]),
        auth_algo=INTEGRITY[mac], auth_key=bytes.fromhex(mac_key[2:]) or None,
    )


def read_keys(folder):
    """Rows as (source, destination, SPI, association); the first one that fits wins."""
    path = os.path.join(folder, "esp_sa")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        rows = [row for row in csv.reader(line for line in file if line.strip() and not line.startswith("#"))]
    return [(address(row[0], row[1]), address(row[0], row[2]), int(row[3], 0), association(row)) for row in rows]


def address(family, text):
    return None if text == "*" else inet_pton(socket.AF_INET if family == "IPv4" else socket.AF_INET6, text)


def layers(packet):
    while not isinstance(packet, NoPayload):
        yield packet
        packet = packet.payload


class Judge:
    def __init__(self, keys):
        self.keys = keys
        self.esp = []
        self.mobility = []

    def packet(self, octets):
        """Walks an IP packet to its ESP or Mobility Header, with the addresses that both count: the home address in place of the CoA."""
        packet = (IP if octets[0] >> 4 == 4 else IPv6)(octets)
        ends = [[], []]
        for layer in layers(packet):
            if isinstance(layer, (IP, IPv6)):
                family = socket.AF_INET if layer.version == 4 else socket.AF_INET6
                ends = [[inet_pton(family, each)] for each in (layer.src, layer.dst)]
            elif isinstance(layer, IPv6ExtHdrDestOpt):
                for option in layer.options:
                    if isinstance(option, HAO):
                        ends[0].insert(0, inet_pton(socket.AF_INET6, option.hoa))
            elif isinstance(layer, IPv6ExtHdrRouting):
                if layer.type == 2 and layer.segleft == 1:
                    ends[1].insert(0, inet_pton(socket.AF_INET6, layer.addresses[0]))
            elif isinstance(layer, UDP) and 4191 in (layer.sport, layer.dport):
                return self.packet(bytes(layer.payload))
            elif isinstance(layer, ESP) and layer.spi != 0:
                return self.sealed(layer, ends)
            if getattr(layer, "nh", None) == 135 and not isinstance(layer, ESP):
                return self.header(bytes(layer.payload), ends)
        return None

    def sealed(self, esp, ends):
        said = {"spi": esp.spi, "seq": esp.seq, "verified": None, "next_header": None}
        self.esp.append(said)
        fits = lambda wanted, given: wanted is None or wanted in given  # noqa: E731
        for source, destination, spi, sa in self.keys:
            if spi == esp.spi and fits(source, ends[0]) and fits(destination, ends[1]):
                break
        else:
            return
        try:
            sa.auth_algo.verify(esp, sa.auth_key)
            plain = sa.crypt_algo.decrypt(sa, esp, sa.crypt_key, sa.crypt_algo.icv_size or sa.auth_algo.icv_size)
        except IPSecIntegrityError:
            said["verified"] = False
            return
        said["verified"], said["next_header"] = True, plain.nh
        if plain.nh == 135:
            self.header(plain.data, ends)
        elif plain.nh in (4, 41):
            self.packet(plain.data)

    def header(self, octets, ends):
        """The checksum over header and pseudo-header is 0 where it is right (RFC 6275 6.1.1)."""
        length = 8 * (octets[1] + 1)
        pseudo = ends[0][0] + ends[1][0] + struct.pack(">IHBB", length, 0, 0, 135)
        classes = {5: MIP6MH_BU, 6: MIP6MH_BA}
        kind = octets[2]
        flags = "".join(sorted(str(classes[kind](octets).flags))) if kind in classes else None
        self.mobility.append({"type": kind, "checksum_ok": checksum(pseudo + octets[:length]) == 0, "flags": flags})


def judged(capture, keys):
    table = read_keys(keys)
    frames = []
    reader = RawPcapReader(capture)
    try:
        for octets, _ in reader:
            judge = Judge(table)
            judge.packet(octets)
            frames.append({"esp": judge.esp, "mobility": judge.mobility})
    finally:
        reader.close()
    return frames


if __name__ == "__main__":
    pairs = zip(sys.argv[1::2], sys.argv[2::2])
    json.dump([judged(capture, keys) for capture, keys in pairs], sys.stdout)

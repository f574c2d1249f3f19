/** Code points in words: the registered names, and an answer for every other number. */
import { describe, expect, it } from 'vitest';
import {
  acknowledgementStatusName,
  errorStatusName,
  ipv4AddressStatusName,
  mobilityMessageName,
  revocationStatusName,
  revocationTriggerName,
} from '#wire/mobilityCodes.ts';

const octets = Array.from({ length: 256 }, (_, value) => value);

describe('names that a detach shows', () => {
  it.each([
    [0, 'accepted'],
    [133, 'not home agent for this mobile node'],
    [135, 'sequence number out of window'],
    [139, 'registration type change disallowed'],
    [155, 'not authorized for home network prefix (RFC 5213)'],
    [174, 'invalid care-of address'],
    [7, 'accepted, status 7 without a name here'],
    [200, 'rejected, status 200 without a name here'],
  ])('Binding Acknowledgement status %i', (status, name) => expect(acknowledgementStatusName(status)).toBe(name));

  it.each([
    [0, 'success'],
    [1, 'partial success'],
    [128, 'binding does not exist'],
    [130, 'global revocation not authorized'],
    [134, 'revocation function not supported'],
    [99, 'processed, status 99 without a name here'],
  ])('Binding Revocation Acknowledgement status %i', (status, name) => expect(revocationStatusName(status)).toBe(name));

  it.each([
    [1, 'administrative reason'],
    [128, 'per-peer policy'],
    [90, 'per mobile node, trigger 90 without a name here'],
    [200, 'global, trigger 200 without a name here'],
    [250, 'for testing, trigger 250'],
  ])('Revocation Trigger %i', (trigger, name) => expect(revocationTriggerName(trigger)).toBe(name));

  it.each([
    [130, 'incorrect IPv4 home address'],
    [3, 'success, status 3 without a name here'],
    [200, 'failure, status 200 without a name here'],
  ])('IPv4 Address Acknowledgement status %i', (status, name) => expect(ipv4AddressStatusName(status)).toBe(name));

  it('Binding Error has two', () => {
    expect(octets.filter((status) => errorStatusName(status) !== undefined)).toEqual([1, 2]);
  });
});

describe('every number', () => {
  const tables = { mobilityMessageName, acknowledgementStatusName, ipv4AddressStatusName, revocationStatusName };
  it.each(Object.entries({ ...tables, revocationTriggerName }))('%s tells all 256 apart', (_, name) => {
    expect(new Set(octets.map(name)).size).toBe(256);
  });
});

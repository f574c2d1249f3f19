import { describe, expect, it } from 'vitest';
import type { SequenceRow } from '#chart/sequenceRow.ts';
import { writePatches } from '#session/patch.ts';
import { selectedOctets } from '#store/octetsView.ts';
import type { PacketView } from '#store/packetView.ts';
import { patchesOf } from '#store/patches.ts';
import type { ChangeDraft } from '#store/patchView.ts';
import { changeable, changeOctet, previewChange } from '#store/patchView.ts';
import { diagramRows, diagramTail, session } from '#store/view.ts';
import { wiresharkFiles } from '#store/wiresharkFiles.ts';
import { toHex } from '#wire/octets.ts';
import { walkAt } from './walkAt.ts';

function selected(fragment: Readonly<Record<string, string>>, number: number) {
  const store = walkAt(fragment);
  store.getState().select(number);
  return store;
}

function sentOf(store: ReturnType<typeof walkAt>): PacketView {
  const view = selectedOctets(store.getState())?.sent;
  if (view === undefined) throw new Error('the message has no octets');
  return view;
}

function field(view: PacketView, name: string) {
  const found = view.nodes.find((node) => node.name.startsWith(name));
  if (found === undefined) throw new Error(`there is no field ${name}`);
  return found;
}

/** Changes the last octet of a field to a value, and says what would come of it. */
function changed(store: ReturnType<typeof walkAt>, mode: ChangeDraft['mode'], name: string, octet: number) {
  const { buffer, at, length } = field(sentOf(store), name);
  const message = store.getState().selected ?? 0;
  const draft = changeOctet(store.getState(), { message, mode, changes: [] }, { buffer, at: at + length - 1, octet });
  const preview = previewChange(store.getState(), draft);
  if (preview === undefined) throw new Error('the change fits no octet');
  return { draft, preview };
}

describe('the octets of the selected message', () => {
  it('are there as sent and decrypted, each octet with an owner', () => {
    const view = sentOf(selected({ step: '1' }, 1));
    expect(view.buffers.map((buffer) => buffer.title)).toEqual(['as sent', 'ESP plaintext']);
    for (const [at, buffer] of view.buffers.entries()) {
      expect(buffer.owners.every((owner) => view.nodes[owner]?.buffer === at)).toBe(true);
    }
    expect(view.nodes.some((node) => node.name === 'Not read')).toBe(false);
    expect(field(view, 'Sequence #').words).toBe('8');
  });

  it('are none where the text leaves the message unnamed, with the reason', () => {
    const octets = selectedOctets(selected({ scenario: 'network-initiated', step: '1' }, 1).getState());
    expect(octets?.sent).toBeUndefined();
    expect(octets?.reason).toMatch(/further study/);
  });

  it('say what a field was in the message before of its kind', () => {
    const store = walkAt({ preset: 'rfc-practice', step: '1' });
    store.getState().lose();
    store.getState().fireTimer();
    store.getState().select(store.getState().run.trace.messages.length);
    const octets = selectedOctets(store.getState());
    const path = octets?.sent === undefined ? '' : field(octets.sent, 'Sequence #').path;
    expect(octets?.beforeName).toBe('(1)');
    expect(octets?.before?.get(path)).toBe('8');
  });
});

describe('a change in flight', () => {
  it('is offered for a message in flight alone', () => {
    const store = selected({ step: '1' }, 1);
    expect(changeable(store.getState())).toBe(true);
    store.getState().lose();
    expect(changeable(store.getState())).toBe(false);
  });

  it('as an attacker breaks the integrity check', () => {
    const store = selected({ step: '1' }, 1);
    const { preview } = changed(store, 'attacker', 'Ciphertext', 0);
    expect(preview.outcome).toBe('icvFails');
    expect(preview.event?.text).toContain('icvFails');
  });

  it('as an attacker outside of the protection is not noticed', () => {
    const store = selected({ step: '1' }, 1);
    const { preview } = changed(store, 'attacker', 'Hop', 9);
    expect(preview).toMatchObject({ outcome: 'none', event: undefined, possible: true });
  });

  it('as a faulty peer: sequence number, H flag, type, length', () => {
    const store = selected({ step: '1' }, 1);
    expect(changed(store, 'peer', 'Sequence #', 7).preview.outcome).toBe('sequenceOutOfWindow');
    expect(changed(store, 'peer', 'Sequence #', 9).preview.outcome).toBe('notModelled');
    expect(changed(store, 'peer', 'H:', 0x90).preview.outcome).toBe('registrationTypeDiffers');
    expect(changed(store, 'peer', 'MH Type', 0x7e).preview.outcome).toBe('unknownType');
    expect(changed(store, 'peer', 'Header Len', 9).preview.outcome).toBe('malformed');
    expect(changed(store, 'peer', 'Lifetime', 1).preview).toMatchObject({ outcome: 'notModelled', possible: false });
  });

  it('as a faulty peer leaves checksum and ICV right, unless it is the checksum that is changed', () => {
    const store = selected({ step: '1' }, 1);
    const { preview } = changed(store, 'peer', 'Sequence #', 9);
    expect(preview.view.notes.filter((note) => note.severity === 'error')).toEqual([]);
    expect(preview.view.buffers).toHaveLength(2);
    expect(changed(store, 'peer', 'Checksum', 0).preview.outcome).toBe('malformed');
  });

  it('goes into the run as an event, is shown as it arrives, and is taken back by going back', () => {
    const store = selected({ step: '1' }, 1);
    const { draft, preview } = changed(store, 'peer', 'Sequence #', 7);
    store.getState().change(draft, preview.event);
    expect(store.getState().run.trace.steps[1]?.event.text).toMatch(/^alter .*sequenceOutOfWindow/);
    const arrived = selectedOctets(store.getState())?.arrived;
    expect(arrived === undefined ? '' : field(arrived, 'Sequence #').words).toBe('7');
    expect(changeable(store.getState())).toBe(false);
    store.getState().back();
    expect(selectedOctets(store.getState())?.arrived).toBeUndefined();
    expect(changeable(store.getState())).toBe(true);
  });

  it('survives the text form of run and patch', () => {
    const store = selected({ step: '1' }, 1);
    const { draft, preview } = changed(store, 'peer', 'Sequence #', 7);
    store.getState().change(draft, preview.event);
    const { run, patches } = store.getState();
    const events = run.trace.steps
      .slice(0, 2)
      .map((step) => step.event.text)
      .join(',');
    const again = selected({ events, step: '2', patch: writePatches(patchesOf(patches, run.trace)) }, 1);
    const octets = (view: PacketView | undefined) => toHex(view?.buffers[0]?.octets ?? new Uint8Array(0));
    const before = octets(selectedOctets(store.getState())?.arrived);
    expect(before).not.toBe('');
    expect(octets(selectedOctets(again.getState())?.arrived)).toBe(before);
  });

  it('of an IKEv2 message: attacker, peer, another SPI', () => {
    const store = walkAt({});
    store.getState().end();
    const request = store.getState().run.trace.messages.find((each) => each.name.startsWith('deleteRequest'));
    store.getState().jump(request?.sentAt ?? 0);
    store.getState().select(request?.number);
    expect(changed(store, 'attacker', 'Ciphertext', 0).preview.outcome).toBe('icvFails');
    expect(changed(store, 'attacker', 'Message ID', 77).preview.outcome).toBe('icvFails');
    expect(changed(store, 'peer', 'Message ID', 77).preview.outcome).toBe('malformed');
  });

  it('belongs to its branch', () => {
    const store = selected({ step: '1' }, 1);
    const first = changed(store, 'peer', 'Sequence #', 7);
    store.getState().change(first.draft, first.preview.event);
    const name = store.getState().run.name;
    store.getState().back();
    const second = changed(store, 'peer', 'Sequence #', 6);
    store.getState().change(second.draft, second.preview.event);
    const words = () => {
      const arrived = selectedOctets(store.getState())?.arrived;
      return arrived === undefined ? undefined : field(arrived, 'Sequence #').words;
    };
    expect(words()).toBe('6');
    if (store.getState().run.name !== name) {
      store.getState().switchBranch(name);
      store.getState().select(1);
      store.getState().jump(2);
      expect(words()).toBe('7');
    }
  });

  it('without effect is marked in the diagram from its step on, in flight and at its end', () => {
    const store = selected({ events: 'detach buThenDelete', step: '1' }, 1);
    const marks = (rows: readonly SequenceRow[]) =>
      rows.flatMap((row) => (row.kind === 'message' && row.number === 1 ? [row.altered] : []));
    expect(marks(diagramTail(store.getState()))).toEqual([undefined]);
    const { draft, preview } = changed(store, 'attacker', 'Hop', 9);
    expect(preview.event).toBeUndefined();
    store.getState().change(draft, preview.event);
    expect(marks(diagramTail(store.getState()))).toEqual(['changed on the way']);
    store.getState().step();
    const rows = diagramRows(store.getState());
    expect(marks(rows)).toEqual(['changed on the way']);
    store.getState().step();
    // The same object, so that the row is not drawn again.
    expect(diagramRows(store.getState())[0]).toBe(rows[0]);
  });

  it('with an event stays marked as that event', () => {
    const store = selected({ step: '1' }, 1);
    const { draft, preview } = changed(store, 'peer', 'Sequence #', 7);
    store.getState().change(draft, preview.event);
    const [row] = diagramTail(store.getState());
    expect(row?.kind === 'message' && row.altered).toMatch(/sequence/i);
  });

  it('is in a copy that the network makes afterwards', () => {
    const store = selected({ step: '1' }, 1);
    const { draft, preview } = changed(store, 'attacker', 'Hop', 9);
    store.getState().change(draft, preview.event);
    store.getState().duplicate();
    const copy = store.getState().run.trace.messages.find(({ copyOf }) => copyOf === 1);
    store.getState().select(copy?.number);
    const arrived = selectedOctets(store.getState())?.arrived;
    expect(arrived === undefined ? '' : field(arrived, 'Hop').words).toBe('9');
    const { run, patches } = store.getState();
    expect(patchesOf(patches, run.trace).map(({ message }) => message)).toEqual([1]);
  });

  it('is in the files for Wireshark', () => {
    const store = selected({}, 1);
    store.getState().jump(1);
    const { draft, preview } = changed(store, 'attacker', 'Hop', 9);
    store.getState().change(draft, preview.event);
    const { patches, run } = store.getState();
    const capture = (of: Parameters<typeof wiresharkFiles>[1]) =>
      new TextDecoder('latin1').decode(wiresharkFiles(session(store.getState()), of).files['run.pcapng']);
    expect(capture(patchesOf(patches, run.trace))).toContain('changed on the way in step 1, by an attacker');
    expect(capture([])).not.toContain('changed on the way');
  });

  it('that the address writes wrongly is told', () => {
    expect(() => walkAt({ patch: 'nonsense' })).toThrow(/nonsense/);
  });
});

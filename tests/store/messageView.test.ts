import { describe, expect, it } from 'vitest';
import { messageFields, selectedMessage } from '#store/messageView.ts';
import { walkAt } from './walkAt.ts';

function field(store: ReturnType<typeof walkAt>, name: string) {
  return messageFields(store.getState())?.fields.find(([each]) => each === name)?.[1];
}

describe('the fields of the selected message', () => {
  it('are none without a selection, and none before it is sent', () => {
    const store = walkAt({ step: '1' });
    expect(messageFields(store.getState())).toBeUndefined();
    store.getState().select(4);
    expect(messageFields(store.getState())).toBeUndefined();
    expect(selectedMessage(store.getState())).toBeUndefined();
    store.getState().end();
    expect(messageFields(store.getState())?.number).toBe(4);
  });

  it('name it by the field that decides, and have its numbers', () => {
    const store = walkAt({ step: '1' });
    store.getState().select(1);
    expect(messageFields(store.getState())?.title).toBe('Binding Update, lifetime 0');
    expect(field(store, 'sequence number')).toBe('8');
    expect(field(store, 'From, to')).toBe('2001:db8:c:1::77 to 2001:db8:a::1');
  });

  it('say what became of it by the step in view', () => {
    const store = walkAt({ step: '1' });
    store.getState().select(1);
    expect(field(store, 'What became of it')).toBe('in flight');
    expect(field(store, 'Ended')).toBeUndefined();
    store.getState().lose();
    expect(field(store, 'What became of it')).toBe('lost');
    expect(field(store, 'Ended')).toMatch(/^at [\d.]+ s$/);
    store.getState().jump(1);
    expect(field(store, 'What became of it')).toBe('in flight');
  });

  it('say why it was discarded', () => {
    const store = walkAt({ scenario: 'h-01' });
    store.getState().end();
    const discarded = store.getState().run.trace.messages.find(({ fate }) => fate === 'discarded');
    expect(discarded?.reason).toBeDefined();
    store.getState().select(discarded?.number);
    expect(field(store, 'What became of it')).toBe(`discarded: ${discarded?.reason}`);
  });

  it('show a change on the way only once it was made', () => {
    const store = walkAt({ step: '1' });
    store.getState().select(1);
    const { run, take } = store.getState();
    const alter = run.trace.system
      .enabled(run.trace.steps[0]?.state ?? run.trace.initial)
      .find(({ text }) => text.startsWith('alter'));
    if (alter === undefined) throw new Error('nothing can be altered');
    take(alter);
    expect(field(store, 'Altered on the way')).toMatch(/^the message /);
    store.getState().back();
    expect(field(store, 'Altered on the way')).toBeUndefined();
  });

  it('say that the unnamed message has no octets', () => {
    const store = walkAt({ scenario: 'network-initiated', step: '1' });
    store.getState().select(1);
    expect(messageFields(store.getState())?.note).toMatch(/^No octets: the text leaves this message for further study/);
    store.getState().choose('ue-initiated');
    store.getState().step();
    store.getState().select(1);
    expect(messageFields(store.getState())?.note).toBeUndefined();
  });
});

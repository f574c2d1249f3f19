/** The lessons about what can go another way: order, loss, crossing, several PDN connections, the older procedure. */
import type { Lesson } from './lesson.ts';

export const hazardLessons: readonly Lesson[] = [
  {
    name: 'order',
    title: 'The order, and gap A1',
    about: 'The text names a Binding Update and a DELETE, and does not say which comes first.',
    scenario: 'other-order',
    beats: [
      {
        step: 0,
        say: 'The text asks for a Binding Update and for a DELETE, and gives them no order: that is gap A1. So several beginnings are possible as long as {ue.phase}.',
        ask: 'possible',
      },
      { step: 1, say: 'One of them: both leave together, {message:1} and {message:2}. Now {ue.phase}.' },
      { step: 5, say: 'As long as nothing is lost or overtaken this ends well: {ue.phase}, and {pdnGw.phase}.' },
      { scenario: 'delete-then-bu', step: 1, say: 'Another one: the DELETE goes first, and {ue.phase}.', ask: 'table' },
      {
        scenario: 'delete-then-bu',
        step: 3,
        say: 'The DELETE has closed everything: {ue.signallingSa}. A Binding Update must be protected by just that, so it cannot be sent any more.',
        ask: 'next',
      },
      {
        scenario: 'delete-then-bu',
        step: 6,
        say: 'After its last try the UE gives up: {ue.phase}. But {pdnGw.phase}, and its Binding Cache still has {rows:Binding Cache}: the order matters.',
      },
    ],
  },
  {
    name: 'loss',
    title: 'A lost answer, and the status that follows',
    about: 'The acknowledgement is lost; the Binding Update that is sent again finds no binding.',
    scenario: 'h-03',
    beats: [
      {
        step: 2,
        say: 'The PDN GW has ended the binding, and {message:2} is on its way back. The UE knows nothing of it yet: {ue.phase}.',
      },
      { step: 3, say: 'The network loses it. Neither end can see that: {ue.phase}, and {pdnGw.phase}.', ask: 'next' },
      {
        step: 4,
        say: 'The timer of the UE runs out, and it asks again with the next sequence number. In its list that is now {table:Binding Update List/sequenceNumber}.',
      },
      {
        step: 5,
        say: 'For this home address the Binding Cache has {rows:Binding Cache}: the PDN GW answers {message:4}.',
        ask: 'clause',
      },
      {
        step: 6,
        say: 'The status is no success, but it says what the UE wanted to hear: there is no binding. In this reading the UE takes that as done and goes on: {ue.phase}.',
        ask: 'next',
      },
      { step: 8, say: 'One loss has cost one wait and nothing else: {ue.phase}, and {pdnGw.phase}.' },
    ],
  },
  {
    name: 'crossing',
    title: 'Both ends start at once',
    about: 'A Binding Revocation Indication and a Binding Update pass each other on the way.',
    scenario: 'h-07',
    beats: [
      {
        step: 1,
        say: 'In this reading the notification has a name: {message:1}. Now {pdnGw.phase}, and the UE has not heard of it.',
        ask: 'possible',
      },
      {
        step: 2,
        say: 'In this moment the user asks for the same, and {message:2} leaves in the other direction. The two cross.',
        ask: 'table',
      },
      {
        step: 3,
        say: 'The Binding Update arrives first. {pdnGw.binding}, so there is nothing left to revoke; the PDN GW waits no longer.',
      },
      {
        step: 4,
        say: 'The UE gets the indication. It is detaching already, so it answers and changes nothing else: {ue.phase}.',
      },
      {
        step: 6,
        say: 'Nobody awaits the late answer any more: {pdnGw.phase}. Messages that cross need a rule for each side, or one of them waits for ever.',
        ask: 'clause',
      },
      { step: 8, say: 'The end is that of a procedure that started once: {ue.phase}, and {pdnGw.phase}.' },
    ],
  },
  {
    name: 'two-pdns',
    title: 'Two PDN connections',
    about: 'Detaching from one PDN leaves the other one alone, unless both hang on one IKE SA.',
    scenario: 'h-12',
    beats: [
      {
        step: 0,
        say: 'The UE has two PDN connections, each with a binding and an IKE SA of its own. The Binding Cache has {rows:Binding Cache}.',
      },
      {
        step: 2,
        say: 'The Binding Update names a home address, and only that entry goes: {rows:Binding Cache} left.',
        ask: 'next',
      },
      {
        step: 5,
        say: 'The DELETE went over the IKE SA of this connection alone. Of the other one, {pdnGw.binding@ims}.',
        ask: 'clause',
      },
      {
        scenario: 'h-13',
        step: 0,
        say: 'Now both connections share one IKE SA: in that table the PDN GW has {rows:PDN GW IKE SA}, in its Binding Cache {rows:Binding Cache}.',
      },
      { scenario: 'h-13', step: 3, say: 'The same procedure, the same message: {message:3}.', ask: 'table' },
      {
        scenario: 'h-13',
        step: 5,
        say: 'Nobody wanted to leave the second PDN, and {pdnGw.binding@ims}. But the SAD of the PDN GW has {rows:PDN GW SAD}: nothing protects the signalling that this binding needs.',
      },
    ],
  },
  {
    name: 'i-wlan',
    title: 'I-WLAN against S2c',
    about: 'The two differences that the discussion names: what the DELETE names, and who may start the closing.',
    scenario: 'i-wlan-network',
    beats: [
      {
        step: 0,
        say: "I-WLAN has a tunnel and no Mobile IP: the Binding Cache has {rows:Binding Cache}. (TS 24.234 was not read: this is the discussion's account of it.)",
      },
      { step: 1, say: 'To end it the gateway sends the DELETE itself: {message:1}. {pdnGw.phase}.', ask: 'next' },
      { step: 3, say: 'The UE only answered. One tunnel is gone ({ue.payloadSa}), the rest stays ({ue.ikeSa}).' },
      {
        scenario: 's2c-network',
        step: 1,
        say: 'On S2c the network tells the UE first, by DSMIPv6 signalling: {message:1}.',
        ask: 'possible',
      },
      {
        scenario: 's2c-network',
        step: 5,
        say: 'On S2c the DELETE always comes from the UE: {message:5}. Now {ue.phase}.',
        ask: 'clause',
      },
      { scenario: 's2c-network', step: 7, say: 'And it takes all with it: {ue.ikeSa}, and {pdnGw.ikeSa}.' },
    ],
  },
  {
    name: 'stale-binding',
    title: 'A binding that nobody ends',
    about: 'The UE is refused, closes its security associations all the same, and leaves a binding behind.',
    scenario: 'h-16',
    beats: [
      {
        step: 2,
        say: '{message:1} is on its way, but a flag that was set in the registration is missing in it. So for the PDN GW it is of another registration type than the binding.',
        ask: 'next',
      },
      { step: 3, say: 'The PDN GW refuses: {message:2}. {pdnGw.binding}.', ask: 'clause' },
      { step: 4, say: 'The UE cannot mend that, and goes on: {ue.phase}.', ask: 'table' },
      {
        step: 6,
        say: 'At the end {ue.phase}, and {pdnGw.phase}. The Binding Cache has {rows:Binding Cache}, and the SAD that could read another Binding Update has {rows:PDN GW SAD}.',
      },
      {
        scenario: 'with-proposed-changes',
        step: 6,
        say: 'With the proposed changes the DELETE removes what is left: {pdnGw.phase}, and the Binding Cache has {rows:Binding Cache}.',
      },
    ],
  },
];

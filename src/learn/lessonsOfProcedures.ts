/** The lessons about the undisturbed procedure: who holds what, who starts, what closes. */
import type { Lesson } from './lesson.ts';

export const procedureLessons: readonly Lesson[] = [
  {
    name: 'actors',
    title: 'The two actors and their tables',
    about:
      'What the UE and the PDN GW each keep for one PDN connection, and what the network between them keeps: nothing.',
    scenario: 'ue-initiated',
    beats: [
      {
        step: 0,
        say: 'Before anything happens, {ue.phase}, and {pdnGw.phase}. Each keeps its own tables: what one knows, the other learns by a message alone.',
      },
      {
        step: 0,
        say: 'In its Binding Update List the UE keeps what it last told its Home Agent, the PDN GW: {rows:Binding Update List}. The other side of it stands in the Binding Cache of the PDN GW: {rows:Binding Cache}, with the care-of address {table:Binding Cache/careOfAddress}.',
      },
      {
        step: 0,
        say: 'Below the binding lies IPsec: each end has an entry for the IKE SA, which is {table:PDN GW IKE SA/state} at the PDN GW. The security associations made over it stand in the SAD, where the UE has {rows:UE SAD}.',
        ask: 'possible',
      },
      {
        step: 1,
        say: 'A message changes its sender first. {message:1} is on its way: {ue.phase}, but {pdnGw.phase}.',
        ask: 'table',
      },
      {
        step: 2,
        say: 'Now it has arrived, and the Binding Cache has {rows:Binding Cache}. What the UE keeps has not changed: {ue.bindingUpdateListEntry}.',
      },
    ],
  },
  {
    name: 'ue-initiated',
    title: 'The UE detaches',
    about: 'The whole procedure that the UE starts, message by message.',
    scenario: 'ue-initiated',
    beats: [
      { step: 0, say: 'The user wants to leave the PDN; so far {ue.phase}.', ask: 'next' },
      {
        step: 1,
        say: 'The UE sends {message:1}: this lifetime asks for the binding to be deleted. From here {ue.phase}.',
      },
      {
        step: 2,
        say: 'The Binding Update has arrived, and the Binding Cache has {rows:Binding Cache}. The PDN GW answers with {message:2}.',
        ask: 'clause',
      },
      {
        step: 3,
        say: 'The answer makes the UE de-registered: {ue.bindingUpdateListEntry}. It goes on at once with {message:3}, and {ue.phase}.',
        ask: 'next',
      },
      {
        step: 4,
        say: 'The PDN GW closes what it had: {pdnGw.ikeSa}, and {pdnGw.signallingSa}. It answers a last time.',
      },
      {
        step: 5,
        say: 'The answer closes the other end, too: {ue.ikeSa}, {ue.phase}, and {pdnGw.phase}. Below all this {ue.accessConnectivity}: nobody left the access network.',
        ask: 'clause',
      },
    ],
  },
  {
    name: 'network-initiated',
    title: 'The PDN GW asks for the detach',
    about: 'The network can ask; the procedure that follows is still that of the UE.',
    scenario: 'network-initiated',
    beats: [
      {
        step: 0,
        say: 'The operator wants the UE off this PDN. The PDN GW does not delete anything by itself: {pdnGw.phase}.',
      },
      {
        step: 1,
        say: 'It sends {message:1}: the text leaves open which message this is, so the arrow is dashed and has no octets. Meanwhile {pdnGw.phase}.',
        ask: 'next',
      },
      {
        step: 2,
        say: 'The UE acknowledges (whether it has to is left for further study) and begins its own procedure in the same breath: {message:3}. Now {ue.phase}.',
        ask: 'clause',
      },
      {
        step: 3,
        say: 'The acknowledgement has come back, and {pdnGw.phase}. In this reading {pdnGw.binding}: only the Binding Update will end it.',
        ask: 'table',
      },
      { step: 5, say: 'From here on there is nothing new: {ue.phase}, as if the user had asked.' },
      { step: 7, say: 'And so it ends: {ue.phase}, and {pdnGw.phase}.' },
    ],
  },
  {
    name: 'two-layers',
    title: 'Why two layers have to close',
    about: 'De-registration ends the binding; only closing the IKEv2 session ends the security associations.',
    scenario: 'before-this-contribution',
    beats: [
      {
        step: 0,
        say: 'First the procedure as it was before the contribution. The SAD of the PDN GW has {rows:PDN GW SAD}.',
      },
      { step: 2, say: 'The binding is ended: the Binding Cache has {rows:Binding Cache}.', ask: 'next' },
      {
        step: 3,
        say: 'Here it stops: {ue.phase}. But the SAD of the PDN GW still has {rows:PDN GW SAD}, and {pdnGw.ikeSa}: keys for a session that nobody uses any more.',
        ask: 'clause',
      },
      {
        scenario: 'after-this-contribution',
        step: 3,
        say: 'With the contribution the UE goes on where it used to stop: it sends {message:3}.',
      },
      {
        scenario: 'after-this-contribution',
        step: 4,
        say: 'The upper layer ended with the binding; this ends the lower one. The SAD of the PDN GW has {rows:PDN GW SAD}.',
        ask: 'clause',
      },
      {
        scenario: 'after-this-contribution',
        step: 5,
        say: 'Both layers are closed at both ends: {ue.phase}, and {pdnGw.phase}.',
      },
    ],
  },
  {
    name: 'protocol-id',
    title: 'What the Protocol ID of the DELETE deletes',
    about: 'One field decides whether single tunnels go, or the IKE SA and everything made over it.',
    scenario: 's2c-ue',
    beats: [
      {
        step: 2,
        say: 'The binding is gone, and the security associations stand. The SAD of the UE has {rows:UE SAD}, all negotiated over the IKE SA with the initiator SPI {table:UE SAD/ikeSa}.',
      },
      {
        step: 3,
        say: 'The UE sends {message:3}: this Protocol ID names the IKE SA itself, whose SPIs stand in the header, so none follows in the payload. The clause takes it to mean all ESP SAs made over that IKE SA (gap A3).',
        ask: 'table',
      },
      {
        step: 4,
        say: 'No ESP SA was named, and yet {pdnGw.signallingSa}, and {pdnGw.payloadSa}. They go with the IKE SA that they were negotiated over.',
      },
      {
        step: 5,
        say: 'The UE does the same at its end. Its SAD has {rows:UE SAD}, its table of IKE SAs has {rows:UE IKE SA}.',
        ask: 'clause',
      },
      {
        scenario: 'i-wlan-ue',
        step: 1,
        say: 'For comparison the older I-WLAN procedure, as far as it is known here: {message:1}. This Protocol ID is that of ESP, and each SA has to be named by its SPI.',
      },
      { scenario: 'i-wlan-ue', step: 3, say: 'Only what was named went: {ue.payloadSa}, but {ue.ikeSa}.' },
    ],
  },
];

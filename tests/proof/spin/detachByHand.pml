/*
 * The detach of one PDN connection, written by hand from the two state tables of the fact sheet (clause 3.7, UE; clause
 * 3.8, PDN GW) and from nothing else: no rule of src/detach was looked at, and nothing here is generated.
 *
 * Order: BU first, DELETE after its answer. Notification: Binding Revocation Indication, acknowledged; the binding goes with
 * the acknowledgement. The network loses at most LOSSES messages. Each request is sent at most TRANSMISSIONS times.
 *
 * Where the tables leave a choice, or have no row:
 *  - A timer is slow: it runs out only when nothing is in flight.
 *  - After a revocation the UE goes on with its BU (U1R, as the contribution has it); with -DDELETE_ONLY with its DELETE
 *    (U1R, as TS 24.303 has it).
 *  - A DELETE that finds the binding (row G0, IKE Delete first) leaves it, as the contribution has it. There is no such row
 *    for G1: the same is done, and the revocation goes on.
 *  - A revocation that comes when the UE has no Binding Update List entry any more is discarded (row U2, BRI).
 *  - An entry of the Binding Update List is given up with its BU.
 *  - P7, P8 and P9 are not stated: nothing here touches the access, there is no other PDN connection, and the PDN GW has no
 *    way to close the IKE SA.
 *  - Nothing is remembered of a closed IKE SA but the answer to its DELETE, and that for good (G3 never becomes G4).
 */
#ifndef TRANSMISSIONS
#define TRANSMISSIONS 3
#endif
#ifndef LOSSES
#define LOSSES 1
#endif

mtype = { bindingUpdate, ackOfBinding, ackOfNothing, revocation, ackOfRevocation, deleteRequest, deleteResponse };

chan toGateway = [8] of { mtype };
chan toUe = [8] of { mtype };
byte losses;

/* The UE: 3.7 */
mtype:ue = { attached, awaitingBindingAck, awaitingDeleteResponse, detached };
mtype:ue ue = attached;
bool listEntry = true;
bool ueSas = true; /* the IKE SA and all ESP SAs: in these tables they go together */
byte updates; /* transmissions of the BU that is outstanding */
byte deletes;

/* The PDN GW: 3.8 */
mtype:gateway = { bound, revoking, unbound };
mtype:gateway gateway = bound;
bool binding = true;
bool gatewaySas = true;
byte revocations;
bool ordered; /* the operator has asked for the detach */

/* What happened on the way, for the claims. */
bool updateSent, gaveUp, notSent, ackDiscarded, awaitedAckDiscarded, updateDiscarded;
byte mostSent;

#define QUIET (len(toGateway) == 0 && len(toUe) == 0)
/* Nothing in flight, and neither a person nor a timer can do anything any more. */
#define REST (QUIET && ue != attached && updates == 0 && deletes == 0 && revocations == 0 && !(gateway == bound && gatewaySas && !ordered))
#define BEGUN (ue != attached || ordered)

#define P1 (!REST || ((ue == attached || ue == detached) && gateway != revoking))
#define P2 (!(REST && BEGUN) || (!listEntry && !ueSas))
#define P3 (!(REST && BEGUN) || (!binding && !gatewaySas))
#define P4 (!REST || ue != detached || !binding)
#define P4n (ue != detached || !binding)
#define P5 (!ackDiscarded)
#define P5w (!awaitedAckDiscarded)
#define P5u (!updateDiscarded)
#define P6 (!binding || gatewaySas)
#define P10 (mostSent <= TRANSMISSIONS)
#define P11 (!(REST && ordered) || (ue == detached && updateSent))
#define P12 (!gaveUp && !notSent)
#define P13 (!REST || ue != attached || binding || gatewaySas)
#define P14 (!(REST && BEGUN) || (!listEntry && !ueSas && !binding && !gatewaySas && updates == 0 && deletes == 0 && revocations == 0))

#define COUNT(sent) sent++; mostSent = (sent > mostSent -> sent : mostSent)

inline sendUpdate() {
  COUNT(updates);
  if
  :: ueSas -> toGateway!bindingUpdate; updateSent = true
  :: else -> notSent = true
  fi
}

inline sendDelete() {
  COUNT(deletes);
  ue = awaitingDeleteResponse;
  if
  :: ueSas -> toGateway!deleteRequest
  :: else -> notSent = true
  fi
}

/* U2, response or exhausted: everything of the session goes. */
inline leave() {
  deletes = 0; ueSas = false; listEntry = false; ue = detached
}

inline sendRevocation() {
  COUNT(revocations);
  if
  :: gatewaySas -> toUe!revocation
  :: else -> notSent = true
  fi
}

active proctype theUe() {
  mtype message;
end:
  do
  /* U0, user detach */
  :: atomic { ue == attached -> ue = awaitingBindingAck; sendUpdate() }
  :: atomic { toUe?message ->
       if
       :: message == deleteResponse && ue == awaitingDeleteResponse -> leave()
       :: message == deleteResponse && ue != awaitingDeleteResponse -> skip
       :: message == ackOfBinding || message == ackOfNothing ->
          if
          :: !ueSas -> ackDiscarded = true; awaitedAckDiscarded = (ue == awaitingBindingAck -> true : awaitedAckDiscarded)
          /* U1, BA below 128, and BA 133 as success */
          :: ueSas && ue == awaitingBindingAck -> updates = 0; listEntry = false; sendDelete()
          :: ueSas && ue != awaitingBindingAck -> skip
          fi
       :: message == revocation ->
          if
          :: !ueSas || !listEntry -> skip
          /* U0, BRI: answer, then U1R */
          :: ueSas && listEntry && ue == attached ->
             listEntry = false;
             toGateway!ackOfRevocation;
#ifdef DELETE_ONLY
             sendDelete()
#else
             ue = awaitingBindingAck;
             sendUpdate()
#endif
          /* U1, BRI: answer, and go on waiting for the BA */
          :: ueSas && listEntry && ue == awaitingBindingAck -> toGateway!ackOfRevocation
          fi
       fi;
       message = 0
     }
  /* U1, T-BU */
  :: atomic { QUIET && ue == awaitingBindingAck && updates < TRANSMISSIONS -> sendUpdate() }
  :: atomic { QUIET && ue == awaitingBindingAck && updates >= TRANSMISSIONS ->
       gaveUp = true; updates = 0; listEntry = false; sendDelete()
     }
  /* U2, T-IKE */
  :: atomic { QUIET && ue == awaitingDeleteResponse && deletes < TRANSMISSIONS -> sendDelete() }
  :: atomic { QUIET && ue == awaitingDeleteResponse && deletes >= TRANSMISSIONS -> gaveUp = true; leave() }
  od
}

active proctype theGateway() {
  mtype message;
end:
  do
  /* G0, detach order */
  :: atomic { gateway == bound && gatewaySas && !ordered -> ordered = true; gateway = revoking; sendRevocation() }
  :: atomic { toGateway?message ->
       if
       :: message == bindingUpdate ->
          if
          /* G3, ESP on an old SPI */
          :: !gatewaySas -> updateDiscarded = (binding -> true : updateDiscarded)
          /* G0 and G1, BU(0) */
          :: gatewaySas && binding -> binding = false; revocations = 0; gateway = unbound; toUe!ackOfBinding
          /* G2, BU(0) again */
          :: gatewaySas && !binding -> toUe!ackOfNothing
          fi
       :: message == ackOfRevocation ->
          if
          /* G1, BRA below 128 */
          :: gatewaySas && gateway == revoking -> revocations = 0; binding = false; gateway = unbound
          :: else -> skip
          fi
       /* G0 and G2, IKE Delete; G3, the same one again */
       :: message == deleteRequest -> gatewaySas = false; toUe!deleteResponse
       fi;
       message = 0
     }
  /* G1, T-BRI */
  :: atomic { QUIET && gateway == revoking && revocations < TRANSMISSIONS -> sendRevocation() }
  :: atomic { QUIET && gateway == revoking && revocations >= TRANSMISSIONS ->
       gaveUp = true; revocations = 0; binding = false; gateway = unbound
     }
  od
}

/* Loses what is next: losing what stands behind it comes to the same, in its turn. */
active proctype network() {
  mtype message;
end:
  do
  :: atomic { losses < LOSSES && nempty(toGateway) -> toGateway?message; losses++; message = 0 }
  :: atomic { losses < LOSSES && nempty(toUe) -> toUe?message; losses++; message = 0 }
  od
}

/* What the verifier names where a claim is broken: "assertion violated holds_P4". Never true. */
bit holds_P1, holds_P2, holds_P3, holds_P4, holds_P4n, holds_P5, holds_P5w, holds_P5u, holds_P6, holds_P10, holds_P11;
bit holds_P12, holds_P13, holds_P14;
#define CLAIM(claim) d_step { !(claim) -> assert(holds_##claim) }

/* All claims in one search that goes on after each: ./pan -c0. */
active proctype claims() {
end:
  do
  :: CLAIM(P1)
  :: CLAIM(P2)
  :: CLAIM(P3)
  :: CLAIM(P4)
  :: CLAIM(P4n)
  :: CLAIM(P5)
  :: CLAIM(P5w)
  :: CLAIM(P5u)
  :: CLAIM(P6)
  :: CLAIM(P10)
  :: CLAIM(P11)
  :: CLAIM(P12)
  :: CLAIM(P13)
  :: CLAIM(P14)
  od
}

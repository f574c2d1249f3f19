/* A toy. */
unsigned a_mood : 2 = 0; /* a.mood: 0 idle, 1 waiting, 2 content, 3 resigned */
bit b_voice = 1; /* b.voice: 0 false, 1 true */
bit a_asked = 0; /* a.asked: 0, 1 */

/* Messages in flight, by their codes: */
/* 1: message.kind question */
/* 2: message.kind reply */
byte toB_slots[1]; /* toB: from a to b, the oldest first */
bit toB_length = 0;
byte toA_slots[1]; /* toA: from b to a, the oldest first */
bit toA_length = 0;

c_code {
  extern void (*uerror)(char *);
  static unsigned long claim_states, claim_rests, claim_broken[3], claim_came_up[3];
  static void claim_look(int number, int comes_up, int is_broken, const char *said) {
    claim_came_up[number] += comes_up;
    if (is_broken && claim_broken[number]++ == 0) { printf("%s\n", said); fflush(stdout); }
  }
}

/* patient, always: patient */
c_code {
  static void claim_0(int rests) {
    int told = now.a_mood == 3 /*resigned*/;
    claim_look(0, 1, told, "FAILS patient");
\#ifdef TRAIL_patient
    if (told) uerror("FAILS patient");
\#endif
  }
}

/* heard, atRest: heard */
c_code {
  static void claim_1(int rests) {
    int told = now.a_mood != 2 /*content*/;
    if (!rests) return;
    claim_look(1, now.a_mood != 0 /*idle*/, told, "FAILS heard");
\#ifdef TRAIL_heard
    if (told) uerror("FAILS heard");
\#endif
  }
}

/* hoarseOnce, sometimes: hoarseOnce */
c_code {
  static void claim_2(int rests) {
    int told = !now.b_voice;
    claim_look(2, 1, told, "SEEN hoarseOnce");
\#ifdef TRAIL_hoarseOnce
    if (told) uerror("SEEN hoarseOnce");
\#endif
  }
}

c_code {
  static void claim_report(void) {
    printf("claims: %lu states, %lu at rest\n", claim_states, claim_rests);
    printf("claim %s: broken in %lu states, came up in %lu\n", "patient", claim_broken[0], claim_came_up[0]);
    printf("claim %s: broken in %lu states, came up in %lu\n", "heard", claim_broken[1], claim_came_up[1]);
    printf("claim %s: true in %lu states, came up in %lu\n", "hoarseOnce", claim_broken[2], claim_came_up[2]);
  }
  static int claim_watch(void) {
    int rests = (now.toB_length == 0 && now.toA_length == 0 && now.a_mood != 0 /*idle*/ && !(now.a_mood == 1 /*waiting*/ && !now.a_asked && now.toB_length == 0) && !(now.a_mood == 1 /*waiting*/ && now.a_asked && now.toB_length == 0) && now.b_voice);
    if (claim_states++ == 0) atexit(claim_report);
    claim_rests += rests;
    claim_0(rests);
    claim_1(rests);
    claim_2(rests);
    return 0;
  }
  \#define CLAIM_BROKEN (claim_watch() != 0)
}

active proctype model() {
end:
  do
  /* a.ask: Ask */
  :: d_step { a_mood == 0 /*idle*/ ->
      printf("event a.ask\n");
      a_mood = 1 /*waiting*/;
      assert(a_asked < 1);
      a_asked = a_asked + 1;
      assert(toB_length < 1);
      toB_slots[toB_length] = 1 /*question*/;
      toB_length = toB_length + 1;
     }
  /* b.reply: Reply */
  :: d_step { toB_slots[0] ->
      printf("event b.reply at 0\n");
      toB_slots[0] = 0;
      toB_length = toB_length - 1;
      if
      :: b_voice ->
        assert(toA_length < 1);
        toA_slots[toA_length] = 2 /*reply*/;
        toA_length = toA_length + 1;
      :: else ->
        /* discarded: b is hoarse */
        skip;
      fi;
     }
  /* a.hear: Hear the reply */
  :: d_step { (toA_slots[0] == 2 /*reply*/ && a_mood == 1 /*waiting*/) ->
      printf("event a.hear at 0\n");
      toA_slots[0] = 0;
      toA_length = toA_length - 1;
      a_mood = 2 /*content*/;
     }
  /* a.stray: Discard a reply that nobody waits for */
  :: d_step { (toA_slots[0] == 2 /*reply*/ && a_mood != 1 /*waiting*/) ->
      printf("event a.stray at 0\n");
      toA_slots[0] = 0;
      toA_length = toA_length - 1;
      /* discarded: nobody waits for it */
     }
  /* a.askAgain: Ask again */
  :: d_step { (a_mood == 1 /*waiting*/ && !a_asked && toB_length == 0) ->
      printf("event a.askAgain\n");
      assert(a_asked < 1);
      a_asked = a_asked + 1;
      assert(toB_length < 1);
      toB_slots[toB_length] = 1 /*question*/;
      toB_length = toB_length + 1;
     }
  /* a.giveUp: Give up */
  :: d_step { (a_mood == 1 /*waiting*/ && a_asked && toB_length == 0) ->
      printf("event a.giveUp\n");
      a_mood = 3 /*resigned*/;
     }
  /* b.hoarse: Lose the voice */
  :: d_step { b_voice ->
      printf("event b.hoarse\n");
      b_voice = 0 /*false*/;
     }
  /* b.heal: Find the voice again */
  :: d_step { !b_voice ->
      printf("event b.heal\n");
      b_voice = 1 /*true*/;
     }
  :: c_expr { CLAIM_BROKEN } /* looks at the properties; never possible */
  od
}

/* Never possible from this start: network.lose.toB, network.copy.toB, network.lose.toA, network.copy.toA. */

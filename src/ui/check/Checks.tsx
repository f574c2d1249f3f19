/** Gives the page its checks: their code, and the first search, wait until the first diagram is drawn, or until they are needed. */
import { type ReactNode, Suspense, useContext, useEffect, useState } from 'react';
import type { CheckStore } from '#store/checkStore.ts';
import { later, useLater } from '../controls/later.ts';
import { WalkContext } from '../useWalk.ts';
import { ChecksContext } from './useChecks.ts';

const checksPart = later(() => import('#store/openChecks.ts').then((module) => module.openChecks));

export function Checks({ children }: { readonly children: ReactNode }) {
  const walk = useContext(WalkContext);
  const openChecks = useLater(checksPart);
  const [checks, setChecks] = useState<CheckStore>();
  useEffect(() => {
    if (walk !== undefined && openChecks !== undefined) setChecks(openChecks(walk));
  }, [walk, openChecks]);
  return <ChecksContext value={checks}>{children}</ChecksContext>;
}

/** Renders a part of the first screen that shows what was checked, and nothing before the checks are there. */
export function OnceChecked({ children }: { readonly children: ReactNode }) {
  return useContext(ChecksContext) === undefined ? null : <Suspense>{children}</Suspense>;
}

/** Renders what needs the checks once they are there, and has them fetched at once. */
export function WithChecks({ children }: { readonly children: ReactNode }) {
  const checks = useContext(ChecksContext);
  useEffect(checksPart.need, []);
  return checks === undefined ? <p>One moment.</p> : children;
}

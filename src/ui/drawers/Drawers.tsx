/** The drawer that is open, one at a time; what is in it is loaded when it is first opened. */
import { lazy, Suspense, useEffect } from 'react';
import type { Drawer as DrawerName } from '#store/walkState.ts';
import { PanelBoundary } from '../PanelBoundary.tsx';
import { useActions, useWalk } from '../useWalk.ts';

const parts = {
  Drawer: () => import('./Drawer.tsx'),
  Tables: () => import('./Tables.tsx'),
  PhaseDiagram: () => import('./PhaseDiagram.tsx'),
  Clauses: () => import('./Clauses.tsx'),
  Reading: () => import('./Reading.tsx'),
  WhyNot: () => import('./WhyNot.tsx'),
  Help: () => import('./Help.tsx'),
  MessageFields: () => import('./MessageFields.tsx'),
  Check: () => import('./Check.tsx'),
  Compare: () => import('./Compare.tsx'),
  Learn: () => import('./Learn.tsx'),
  Share: () => import('./Share.tsx'),
};

const Drawer = lazy(() => parts.Drawer().then((part) => ({ default: part.Drawer })));
const Tables = lazy(() => parts.Tables().then((part) => ({ default: part.Tables })));
const PhaseDiagram = lazy(() => parts.PhaseDiagram().then((part) => ({ default: part.PhaseDiagram })));
const Clauses = lazy(() => parts.Clauses().then((part) => ({ default: part.Clauses })));
const Reading = lazy(() => parts.Reading().then((part) => ({ default: part.Reading })));
const WhyNot = lazy(() => parts.WhyNot().then((part) => ({ default: part.WhyNot })));
const Help = lazy(() => parts.Help().then((part) => ({ default: part.Help })));
const MessageFields = lazy(() => parts.MessageFields().then((part) => ({ default: part.MessageFields })));
const Check = lazy(() => parts.Check().then((part) => ({ default: part.Check })));
const Compare = lazy(() => parts.Compare().then((part) => ({ default: part.Compare })));
const Learn = lazy(() => parts.Learn().then((part) => ({ default: part.Learn })));
const Share = lazy(() => parts.Share().then((part) => ({ default: part.Share })));

/** After the first diagram all of them are fetched, so that none has to be waited for. */
const FETCHED_AFTER_MILLISECONDS = 2_500;

const titles: Record<DrawerName, string> = {
  clauses: 'Clauses',
  message: 'Message',
  securityAssociations: 'Security associations',
  ueTables: 'Tables of the UE',
  pdnGwTables: 'Tables of the PDN GW',
  ueDiagram: 'State diagram of the UE',
  pdnGwDiagram: 'State diagram of the PDN GW',
  reading: 'Reading in detail',
  whyNot: 'Not possible now, and why',
  check: 'Check',
  compare: 'Compare',
  learn: 'Learn',
  share: 'Share',
  help: 'Help',
};
const wide: readonly DrawerName[] = [
  'securityAssociations',
  'ueTables',
  'pdnGwTables',
  'ueDiagram',
  'pdnGwDiagram',
  'check',
];

export function Drawers() {
  const drawer = useWalk((state) => state.drawer);
  const { open } = useActions();
  useEffect(() => {
    const fetchAll = () => {
      for (const fetchPart of Object.values(parts)) fetchPart().catch(() => undefined);
    };
    const timer = setTimeout(fetchAll, FETCHED_AFTER_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);
  if (drawer === undefined) return null;
  return (
    <Suspense>
      <Drawer key={drawer} title={titles[drawer]} width={widthOf(drawer)} onClose={() => open(undefined)}>
        <PanelBoundary name={titles[drawer]}>
          <Suspense fallback={<p>One moment.</p>}>
            <Content drawer={drawer} />
          </Suspense>
        </PanelBoundary>
      </Drawer>
    </Suspense>
  );
}

function widthOf(drawer: DrawerName): 'column' | 'wide' | 'whole' {
  if (drawer === 'compare') return 'whole';
  return wide.includes(drawer) ? 'wide' : 'column';
}

function Content({ drawer }: { readonly drawer: DrawerName }) {
  switch (drawer) {
    case 'clauses':
      return <Clauses />;
    case 'message':
      return <MessageFields />;
    case 'securityAssociations':
    case 'ueTables':
    case 'pdnGwTables':
      return <Tables set={drawer} />;
    case 'ueDiagram':
      return <PhaseDiagram side="ue" />;
    case 'pdnGwDiagram':
      return <PhaseDiagram side="pdnGw" />;
    case 'reading':
      return <Reading />;
    case 'whyNot':
      return <WhyNot />;
    case 'check':
      return <Check />;
    case 'compare':
      return <Compare />;
    case 'learn':
      return <Learn />;
    case 'share':
      return <Share />;
    case 'help':
      return <Help />;
    default:
      throw drawer satisfies never;
  }
}

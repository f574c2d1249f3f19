/** The drawer that is open, one at a time; what is in it is loaded when it is first opened. */
import { lazy, Suspense } from 'react';
import type { Drawer as DrawerName } from '#store/walkStore.ts';
import { PanelBoundary } from '../PanelBoundary.tsx';
import { useActions, useWalk } from '../useWalk.ts';

const Drawer = lazy(() => import('./Drawer.tsx').then(({ Drawer }) => ({ default: Drawer })));
const Tables = lazy(() => import('./Tables.tsx').then(({ Tables }) => ({ default: Tables })));
const PhaseDiagram = lazy(() => import('./PhaseDiagram.tsx').then(({ PhaseDiagram }) => ({ default: PhaseDiagram })));
const Clauses = lazy(() => import('./Clauses.tsx').then(({ Clauses }) => ({ default: Clauses })));
const Reading = lazy(() => import('./Reading.tsx').then(({ Reading }) => ({ default: Reading })));
const WhyNot = lazy(() => import('./WhyNot.tsx').then(({ WhyNot }) => ({ default: WhyNot })));
const Help = lazy(() => import('./Help.tsx').then(({ Help }) => ({ default: Help })));
const MessageFields = lazy(() => import('./MessageFields.tsx').then((module) => ({ default: module.MessageFields })));

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
  help: 'Help',
};
const wide: readonly DrawerName[] = ['securityAssociations', 'ueTables', 'pdnGwTables', 'ueDiagram', 'pdnGwDiagram'];

export function Drawers() {
  const drawer = useWalk((state) => state.drawer);
  const { open } = useActions();
  if (drawer === undefined) return null;
  return (
    <Suspense>
      <Drawer key={drawer} title={titles[drawer]} wide={wide.includes(drawer)} onClose={() => open(undefined)}>
        <PanelBoundary name={titles[drawer]}>
          <Suspense fallback={<p>One moment.</p>}>
            <Content drawer={drawer} />
          </Suspense>
        </PanelBoundary>
      </Drawer>
    </Suspense>
  );
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
    case 'help':
      return <Help />;
    default:
      throw drawer satisfies never;
  }
}

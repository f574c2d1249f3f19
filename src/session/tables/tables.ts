/** The eight tables at a step. */
import type { Session } from '../session.ts';
import { bindingCache } from './bindingCache.ts';
import { bindingUpdateList } from './bindingUpdateList.ts';
import { ikeSas } from './ikeSas.ts';
import { securityAssociationDatabase } from './securityAssociationDatabase.ts';
import { securityPolicyDatabase } from './securityPolicyDatabase.ts';
import type { Caption, Table } from './table.ts';
import { captions } from './table.ts';

/** One table after a step. @throws {RangeError} if the run has no such step. */
export function tableAt(session: Session, caption: Caption, step: number): Table {
  switch (caption) {
    case 'Binding Update List':
      return bindingUpdateList(session, step);
    case 'Binding Cache':
      return bindingCache(session, step);
    case 'UE IKE SA':
      return ikeSas(session, step, 'ue');
    case 'PDN GW IKE SA':
      return ikeSas(session, step, 'pdnGw');
    case 'UE SAD':
      return securityAssociationDatabase(session, step, 'ue');
    case 'PDN GW SAD':
      return securityAssociationDatabase(session, step, 'pdnGw');
    case 'UE SPD':
      return securityPolicyDatabase(session, step, 'ue');
    case 'PDN GW SPD':
      return securityPolicyDatabase(session, step, 'pdnGw');
    default:
      throw caption satisfies never;
  }
}

/** All eight after a step, in the order of `captions`. */
export function tablesAt(session: Session, step: number): readonly Table[] {
  return captions.map((caption) => tableAt(session, caption, step));
}

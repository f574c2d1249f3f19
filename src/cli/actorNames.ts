/** Who acts, as it is said in texts. */
export const actorNames: Readonly<Record<string, string>> = { ue: 'UE', pdnGw: 'PDN GW', network: 'Network' };

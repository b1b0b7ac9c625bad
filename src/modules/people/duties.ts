import type { Grant } from './actor.ts';

/** What people call the roles. */
export const duties: Record<Grant['role'], string> = {
	editor: 'Redaktion einer Kommune',
	office: 'Netzwerkbüro',
	admin: 'Administration'
};

/** What somebody is here in a word or two; most people have no office. */
export function dutyOf(grants: readonly Pick<Grant, 'role'>[]): string {
	const roles = (['admin', 'office', 'editor'] as const).filter((role) => grants.some((grant) => grant.role === role));
	return roles.map((role) => (role === 'editor' ? 'Kommune' : duties[role])).join(' · ') || 'ohne Amt';
}

import type { Entering, Grant } from './actor.ts';

/** The second factor: who needs one, and how its codes look. No database here. */

/** Who sees or changes what belongs to many needs a second factor, whichever way they sign in. Editors of one municipality may have one. */
export const needsSecondFactor = (grants: readonly Grant[]): boolean => grants.some(({ role }) => role !== 'editor');

/** What a session still owes before it carries any right, or null. */
export function owedBy(session: { grants: readonly Grant[]; hasFactor: boolean; shown: boolean }): Entering['owes'] | null {
	if (session.shown) return null;
	if (session.hasFactor) return 'code';
	return needsSecondFactor(session.grants) ? 'setup' : null;
}

/** What changes the ways in (a factor, a password, the address) is for those who showed who they are within this time. */
export const freshMinutes = 30;

export const isFresh = ({ session, now }: { session?: { provenAt: Date }; now: Date }): boolean =>
	session !== undefined && now.getTime() - session.provenAt.getTime() <= freshMinutes * 60_000;

/** What stands against taking the app away, or null. */
export const whyNotRemoveFactor = (grants: readonly Grant[], { others }: { others: number }): string | null =>
	needsSecondFactor(grants) && others < 1
		? 'Für Netzwerkbüro und Administration ist ein zweiter Faktor Pflicht. Bitte zuerst einen anderen einrichten.'
		: null;

/** As many recovery codes as are made at once; below `fewCodes` the account reminds of making new ones. */
export const recoveryCodeCount = 10;
export const fewCodes = 3;

/** People type codes with blanks and dashes, in capitals or not. */
export const plainCode = (typed: string): string => typed.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A secret in groups of four, to be read off and typed. */
export const inGroups = (text: string): string => text.match(/.{1,4}/g)?.join(' ') ?? '';

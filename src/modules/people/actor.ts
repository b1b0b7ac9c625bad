import type { Db } from '#lib/server/db.ts';

/** What somebody may do: edit for one municipality, run the network office, or administer the installation. */
export type Grant = { role: 'editor'; ags: string } | { role: 'office' } | { role: 'admin' };

/** What an API key may change. Reading needs no scope: a key sees what its person sees. */
export const scopes = {
	'spaces:write': 'Räume anlegen, ändern und veröffentlichen',
	'imports:write': 'Listen einlesen',
	'requests:write': 'Gesuche anlegen und ändern'
} as const;
export type Scope = keyof typeof scopes;

/** What a person holds in an organisation right now. `ags`: the organisation is that municipality. */
export type HeldSeat = { organisationId: string; rights: 'manage' | 'edit' | 'read'; ags: string | null };

/** A person who is signed in. Guests are `null`; a person without grants is a maker or an owner, which their things tell. With an API key only its `scopes` apply. */
export type Actor = {
	id: string;
	name: string;
	email: string;
	grants: readonly Grant[];
	seats?: readonly HeldSeat[];
	scopes?: readonly string[];
};

/** Somebody who has shown who they are once and owes a second factor: a guest to everything but `second-factor.ts`. */
export type Entering = Pick<Actor, 'id' | 'name' | 'email'> & { owes: 'setup' | 'code' };

/** The session of the browser that asks; `provenAt` is when its person last showed who they are, `via` the identity provider it began at. API keys have none. */
export type SessionRef = { id: string; provenAt: Date; via?: string | null };

/** Who is asking, when, and with which database. The first argument of every query and command. */
export type Ctx = { db: Db; actor: Actor | null; now: Date; entering?: Entering; session?: SessionRef };

export const isAdmin = (actor: Actor | null): boolean => actor?.grants.some((g) => g.role === 'admin') ?? false;

export const isOffice = (actor: Actor | null): boolean => actor?.grants.some((g) => g.role === 'office' || g.role === 'admin') ?? false;

/** Editors act for their own municipality only; administrators for all. */
export const isEditorOf = (actor: Actor | null, ags: string): boolean =>
	actor?.grants.some((g) => g.role === 'admin' || (g.role === 'editor' && g.ags === ags)) ?? false;

/** The municipalities somebody edits, by AGS. */
export const editedMunicipalities = (actor: Actor | null): string[] =>
	actor?.grants.flatMap((g) => (g.role === 'editor' ? [g.ags] : [])) ?? [];

export const isStaff = (actor: Actor | null): boolean => (actor?.grants.length ?? 0) > 0;

/** Whoever came in with an API key may use what the key was made for; whoever signed in may use everything of their own. */
export const mayUseScope = ({ actor }: Pick<Ctx, 'actor'>, scope: Scope): boolean =>
	actor !== null && (actor.scopes === undefined || actor.scopes.includes(scope));

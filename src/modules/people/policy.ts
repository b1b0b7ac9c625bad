import { isAdmin, isOffice, type Actor, type Grant } from './actor.ts';

/** Office and administration see who works here. */
export const maySeePeople = (actor: Actor | null): boolean => isOffice(actor);

/** The office lets people edit for municipalities; office and administration themselves are given by administrators only. */
export const mayGrant = (actor: Actor | null, role: Grant['role']): boolean => isAdmin(actor) || (isOffice(actor) && role === 'editor');

/** An API key must not open further doors: keys, sessions and grants need somebody who signed in. */
export const isSignedInPerson = (actor: Actor | null): actor is Actor => actor !== null && actor.scopes === undefined;

/** What stands against taking a grant away, or null. */
export const whyNotRevoke = (role: Grant['role'], { admins }: { admins: number }): string | null =>
	role === 'admin' && admins <= 1 ? 'Das ist die letzte Administration. Bitte zuerst eine weitere Person dazu machen.' : null;

/** A lost second factor is taken away by an administrator who knows the person, never by oneself. */
export const mayResetSecondFactor = (actor: Actor | null, personId: string): boolean =>
	isSignedInPerson(actor) && isAdmin(actor) && actor.id !== personId;

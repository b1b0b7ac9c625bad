import { refused, unauthenticated } from '#lib/refusal.ts';
import type { Actor, Ctx, SessionRef } from '../../actor.ts';
import { isSignedInPerson } from '../../policy.ts';
import { isFresh } from '../../second-factor.ts';

/** The person at the keyboard, signed in or on the way in, with their session; never an API key. */
export function atTheDoor(ctx: Ctx): { person: Pick<Actor, 'id' | 'name' | 'email'>; session: SessionRef } {
	const person = isSignedInPerson(ctx.actor) ? ctx.actor : ctx.actor ? undefined : ctx.entering;
	if (!person || !ctx.session) throw unauthenticated();
	return { person, session: ctx.session };
}

/** The same, for what changes the ways in: a session that was left open does not suffice. */
export function freshlyAtTheDoor(ctx: Ctx): ReturnType<typeof atTheDoor> {
	const found = atTheDoor(ctx);
	if (!isFresh(ctx))
		throw refused('sign-in-again', 'Die Anmeldung liegt schon eine Weile zurück. Bitte zur Sicherheit noch einmal anmelden, dann geht es.');
	return found;
}

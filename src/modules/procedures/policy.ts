import type { Actor } from '#modules/people/actor.ts';
import { maySteer } from '#modules/properties/policy.ts';
import type { State } from './procedure.ts';
import { isPublic } from './way.ts';

/** Who prepares a procedure: the editors of the municipality in which the house stands, for private owners too; the administrator in their place. */
export const mayPrepare = (actor: Actor | null, house: { ags: string }): boolean => maySteer(actor, house);

/** Who reads a call besides them: whoever is named in it, once it is finished. */
export const mayReadCall = (actor: Actor | null, { ags, state, isNamed }: { ags: string; state: State; isNamed: boolean }): boolean =>
	mayPrepare(actor, { ags }) || (actor !== null && isNamed && (state === 'ready' || isPublic(state)));

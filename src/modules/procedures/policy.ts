import type { Actor } from '#modules/people/actor.ts';
import { maySteer } from '#modules/properties/policy.ts';
import type { State } from './procedure.ts';
import { isPublic, type MoveName } from './way.ts';

/** The house as far as it decides who may. */
export type Stands = { ags: string; isMunicipal?: boolean; ownerPersonId?: string | null };

/** A private house whose owner has an account here: then nothing is given away without their word. */
export const hasOwner = ({ isMunicipal, ownerPersonId }: Omit<Stands, 'ags'>): boolean => isMunicipal === false && Boolean(ownerPersonId);

/** Whether it is the private house of whoever asks. */
export const isOwner = (actor: Actor | null, house: Omit<Stands, 'ags'>): boolean =>
	actor !== null && hasOwner(house) && house.ownerPersonId === actor.id;

/** Who prepares a procedure: the editors of the municipality in which the house stands, the administrator in their place, and the private owner. */
export const mayPrepare = (actor: Actor | null, house: Stands): boolean => maySteer(actor, house) || isOwner(actor, house);

/** What the municipality answers for, and does for a private house too. */
export const isTown = maySteer;
export const onlyTown = 'Diesen Schritt geht die Kommune. Sie hilft bei Ihrem Verfahren und veröffentlicht, was Sie freigegeben haben.';

/** Moves that the municipality answers for, for private houses too. */
export const townMoves: readonly MoveName[] = ['publish', 'extend', 'cancel'];
export const mayMove = (actor: Actor | null, house: Stands, move: MoveName): boolean =>
	!townMoves.includes(move) || !isOwner(actor, house) || maySteer(actor, house);

/** Saying yes to the finished draft: whose house it is, and nobody in their place. */
export const mayRelease = (actor: Actor | null, house: Omit<Stands, 'ags'>): boolean => isOwner(actor, house);

/** Who reads a call besides them: whoever is named in it, once it is finished. */
export const mayReadCall = (actor: Actor | null, { state, isNamed, ...house }: Stands & { state: State; isNamed: boolean }): boolean =>
	mayPrepare(actor, house) || (actor !== null && isNamed && (state === 'ready' || isPublic(state)));

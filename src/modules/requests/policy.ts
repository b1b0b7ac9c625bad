import { isAdmin, isStaff, type Actor } from '#modules/people/actor.ts';
import type { RequestState, Visibility } from './vocabulary.ts';

type Owned = { personId: string };

/** Anybody who is signed in may seek. */
export const maySeek = (actor: Actor | null): actor is Actor => actor !== null;

/** Changing a request: those who wrote it, and the administrator. */
export const mayManageRequest = (actor: Actor | null, { personId }: Owned): boolean =>
	actor !== null && (actor.id === personId || isAdmin(actor));

/** Which published requests somebody sees besides their own: municipalities and the office see what is meant for them. */
export const seenVisibilities = (actor: Actor | null): Visibility[] =>
	isStaff(actor) ? ['public', 'network', 'municipalities_only'] : ['public'];

export const maySeeRequest = (actor: Actor | null, request: Owned & { visibility: Visibility; requestState: RequestState }): boolean =>
	mayManageRequest(actor, request) || (request.requestState === 'published' && seenVisibilities(actor).includes(request.visibility));

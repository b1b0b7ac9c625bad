import { mayEditOrganisation } from '#modules/organisations/policy.ts';
import { isOffice, type Actor } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';

/** The directory of programmes is one for all, so the network office and the administration keep it. */
export const mayKeepProgrammes = (actor: Actor | null): boolean => isOffice(actor);

/** Offers and experts belong to an organisation: its editors keep them, the network office for those that cannot. */
export const mayKeepOffers = (actor: Actor | null, organisationId: string): boolean => mayEditOrganisation(actor, organisationId);

/** A place in a month is taken by asking, so whoever asks is known. */
export const mayAskForAdvice = (actor: Actor | null): actor is Actor => isSignedInPerson(actor);

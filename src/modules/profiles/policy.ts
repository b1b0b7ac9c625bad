import { mayEditOrganisation, mayLookInside } from '#modules/organisations/policy.ts';
import type { Actor } from '#modules/people/actor.ts';

/** Drafts and versions are for the organisation's own people and the network office. */
export const maySeeProfile = (actor: Actor | null, organisationId: string): boolean => mayLookInside(actor, organisationId);

/** Its editors write and publish; the network office does it for those that cannot, which the history shows. */
export const mayWriteProfile = (actor: Actor | null, organisationId: string): boolean => mayEditOrganisation(actor, organisationId);

/** Only municipalities and counties tell their story here. */
export const hasProfile = (kind: string): boolean => kind === 'municipality' || kind === 'county';

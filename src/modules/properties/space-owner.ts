import type { ContactPoint } from '#modules/organisations/contact.ts';

/** The municipality that a space lies in, with its public contact points; it may have no organisation of its own yet. */
export type SpaceOwner = { id: string | null; ags: string; contacts: ContactPoint[] };

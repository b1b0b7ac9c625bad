import type { Precision, PublicationState } from './vocabulary.ts';

export const isPublic = (state: PublicationState): boolean => state === 'public' || state === 'public_blurred';

/** Somebody besides those who look after it may see it. */
export const isOut = (state: PublicationState): boolean => isPublic(state) || state === 'network';

/** "öffentlich, Lage unscharf" never shows the point, whatever was chosen below it. */
export const shownPrecision = (property: { publicationState: PublicationState; publicPrecision: Precision }): Precision =>
	property.publicationState === 'public_blurred' && property.publicPrecision === 'exact' ? 'street' : property.publicPrecision;

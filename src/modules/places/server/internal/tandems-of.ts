import { eq, or } from 'drizzle-orm';
import { tandems } from '../tables.ts';

/** Tandems of a place, on either side. */
export const tandemsOf = (placeId: string) => or(eq(tandems.proposerId, placeId), eq(tandems.askedId, placeId));

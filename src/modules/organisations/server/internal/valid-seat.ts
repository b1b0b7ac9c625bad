import { and, gt, isNull, lte, or, type SQL } from 'drizzle-orm';
import { seats } from '../tables.ts';

/** The seats that are valid at this moment, as a condition on the table. */
export const validAt = (now: Date): SQL | undefined => and(lte(seats.startsAt, now), or(isNull(seats.endsAt), gt(seats.endsAt, now)));

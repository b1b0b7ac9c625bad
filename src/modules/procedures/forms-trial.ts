import { z } from 'zod';
import { many, requiredText } from '#lib/forms.ts';
import { mostPoints } from './criteria.ts';
import { euros, id, optionalId } from './forms.ts';

/** `leafId` and `points` come once per criterion, in order. */
export const trialForm = z
	.object({
		trialId: optionalId,
		name: requiredText('Bitte dem Konzept einen Namen geben.', 80),
		leafId: many(id),
		points: many(z.string().regex(/^(\d{1,2})?$/, `Bitte ganze Punkte von 0 bis ${mostPoints}.`)),
		offer: euros
	})
	.transform(({ leafId, points, ...input }) => ({
		...input,
		points: Object.fromEntries(leafId.flatMap((id, n) => (points[n] ? [[id, Number(points[n])]] : [])))
	}));
export type TrialInput = z.output<typeof trialForm>;
export const trialIdForm = z.object({ trialId: id });

import { z } from 'zod';
import { optionalText } from '#lib/forms.ts';

/** What one side of a pair does: `id` is the thing whose page it is, `other` the other half of the pair. */
export const pairForm = z.object({
	id: z.string(),
	other: z.string(),
	step: z.enum(['interest', 'dismiss', 'suggestAgain', 'succeed', 'fail'], { error: 'Das gibt es hier nicht.' }),
	reason: optionalText(400)
});

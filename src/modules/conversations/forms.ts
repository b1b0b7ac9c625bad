import { z } from 'zod';
import { optionalText, requiredText } from '#lib/forms.ts';
import { longestText } from './conversation.ts';
import { reportReasons, type ReportReason } from './report.ts';

/** Made by the page: the same form sent twice counts once. */
const once = z.string().max(64).optional();
const text = z
	.string()
	.default('')
	.transform((words) => words.replaceAll('\r\n', '\n').trim())
	.pipe(
		z
			.string()
			.max(longestText, `Das ist zu lang: höchstens ${longestText.toLocaleString('de-DE')} Zeichen. Längeres bitte als Datei anhängen.`)
	);

export const sayForm = z.object({ text, once });
export const firstWordsForm = z.object({ text: text.refine((words) => words !== '', 'Bitte sagen, worum es geht.'), once });
export const reportForm = z.object({
	reason: z.enum(Object.keys(reportReasons) as [ReportReason, ...ReportReason[]], { error: 'Bitte einen Grund wählen.' }),
	words: optionalText(2000).transform((words) => words ?? ''),
	nachricht: z.preprocess((value) => (value === '' ? undefined : value), z.uuid('Diese Nachricht gibt es nicht mehr.').optional())
});
export const hideReason = requiredText('Bitte begründen: Das lesen alle Beteiligten.', 500);
export const personForm = z.object({ person: z.uuid('Diese Person gibt es nicht mehr.') });

import { z } from 'zod';
import { checkbox, optionalText, optionalWord, requiredText, word } from '#lib/forms.ts';
import { mailAddress } from '#modules/people/forms.ts';
import { jurorKinds, roles } from './roles.ts';

/** Forms for whoever comes and goes after the publication. */

const gone = 'Das gibt es nicht mehr. Bitte die Seite neu laden.';
const id = z.uuid(gone);
const optionalId = z.preprocess((value) => (value === '' ? undefined : value), id.optional());
const reason = requiredText('Bitte in einem Satz sagen, warum. Der Grund steht in der Akte.', 500);

/** With `succeeds` the place is that of whoever leaves; otherwise the form says which. */
export const nominateForm = z
	.object({
		name: requiredText('Bitte den Namen nennen.', 120),
		email: mailAddress,
		affiliation: optionalText(160).transform((text) => text ?? ''),
		succeeds: optionalId,
		role: word(roles, 'deputy'),
		jurorKind: optionalWord(jurorKinds),
		hasVote: checkbox(),
		deputyFor: optionalId,
		reason
	})
	.refine(({ succeeds, role, jurorKind }) => succeeds !== undefined || role !== 'juror' || jurorKind !== undefined, {
		path: ['jurorKind'],
		message: 'Bitte sagen, für wen diese Person in der Jury sitzt.'
	});
export type NominateInput = z.output<typeof nominateForm>;

export const leaveForm = z.object({ memberId: id, reason });
export const nominationForm = z.object({ nominationId: id });

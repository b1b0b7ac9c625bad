import { z } from 'zod';
import { checkbox, requiredText } from '#lib/forms.ts';
import { mailAddress } from '#modules/people/forms.ts';
import { version } from './forms.ts';

/** The group of a direct match. */
export const partnerForm = z.object({
	version,
	name: requiredText('Bitte sagen, wie die Gruppe heißt.', 160),
	contact: requiredText('Bitte sagen, wer für die Gruppe spricht.', 160),
	email: mailAddress,
	reasons: requiredText('Bitte in einigen Sätzen sagen, warum es keinen Wettbewerb gibt. Der Text wird veröffentlicht.', 6000),
	hasAgreed: checkbox()
});
export type PartnerInput = z.output<typeof partnerForm>;

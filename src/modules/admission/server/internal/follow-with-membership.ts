import { advanceMembership } from '#modules/networks/server/advance-membership.ts';
import { confirmValues } from '#modules/networks/server/confirm-values.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { ValuesAnswer } from '../../application-form.ts';
import type { Transition } from '../../transitions.ts';
import type { Loaded } from './load-application.ts';

/** What an application does to the membership of its organisation, in the same transaction. An application on hold stays one. */
export async function followWithMembership(
	ctx: Ctx,
	found: Loaded,
	{ transition, reason }: { transition: Transition; reason?: string }
): Promise<void> {
	const { membership, answers, values } = found;
	const { networkId, organisationId } = found.application;
	const advance = (step: Parameters<typeof advanceMembership>[1]['step'], why = reason) =>
		advanceMembership(ctx, { networkId, organisationId, step, reason: why });
	const standing = membership?.state;
	if (transition === 'submit' || transition === 'resubmit') {
		const id = standing === 'applicant' ? membership?.id : await advance('apply');
		const confirmed = (answers.werte as ValuesAnswer | undefined)?.version;
		if (id && values && confirmed === values.version && membership?.valuesVersion !== confirmed)
			await confirmValues(ctx, { id, version: confirmed });
	}
	if (transition === 'admit') await advance('admit');
	if (transition === 'decline') await advance('set_aside');
	if (transition === 'withdraw' && standing === 'applicant') await advance('withdraw');
	if (transition === 'withdraw' && standing === 'member')
		await advance('leave', reason ?? 'Der Antrag wurde nach der Aufnahme zurückgezogen.');
}

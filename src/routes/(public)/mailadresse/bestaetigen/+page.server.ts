import { action } from '#lib/server/action.ts';
import { whyNotStep } from '#modules/people/mail-change.ts';
import { nothingForm } from '#modules/people/forms.ts';
import { confirmMailChange } from '#modules/people/server/confirm-mail-change.ts';
import { findMailChange } from '#modules/people/server/find-mail-change.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking changes nothing: mail scanners look at every link. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const link = url.searchParams.get('schluessel') ?? '';
	const change = await findMailChange(ctx, { link, purpose: 'mail-change' });
	if (!change)
		throw new Refusal(410, 'mail-change-spent', { message: 'Dieser Link gilt nicht mehr. Bitte den aus der neuesten Mail nehmen.' });
	return { link, email: change.newEmail, against: whyNotStep('confirm', change.state) };
};

export const actions: Actions = {
	default: action(nothingForm, async (_, { locals: { ctx }, url }) => {
		await confirmMailChange(ctx, { link: url.searchParams.get('schluessel') ?? '' });
		return { done: true };
	})
};

import { action } from '#lib/server/action.ts';
import { choiceForm } from '#modules/admission/forms.ts';
import { chooseAppointment, findAppointment } from '#modules/admission/server/choose-appointment.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

/** Looking at the link changes nothing: mail scanners look at every link. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const link = url.searchParams.get('schluessel') ?? '';
	return { link, question: await findAppointment(ctx, link) };
};

export const actions: Actions = {
	default: async (event) => {
		const { ctx } = event.locals;
		const link = event.url.searchParams.get('schluessel') ?? '';
		await findAppointment(ctx, link);
		return action(choiceForm, async (answer) => {
			await chooseAppointment(ctx, { link, ...answer });
			return { chosen: answer.slot !== 'keiner' };
		})(event);
	}
};

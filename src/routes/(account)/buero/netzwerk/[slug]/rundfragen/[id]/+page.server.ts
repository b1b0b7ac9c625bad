import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { isMuch } from '#modules/networks/inquiry.ts';
import { findInquiry } from '#modules/networks/server/find-inquiry.ts';
import { dropInquiry } from '#modules/networks/server/save-inquiry.ts';
import { remindInquiry, sendInquiry, withdrawInquiry } from '#modules/networks/server/send-inquiry.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const found = await findInquiry(ctx, { slug: params.slug, id: params.id });
	return { ...found, isMuch: found.reach !== null && isMuch(found.reach), done: url.searchParams.get('getan'), now: ctx.now };
};

const done = { send: 'verschickt', remind: 'erinnert', withdraw: 'zurueckgezogen' } as const;
const commands = { send: sendInquiry, remind: remindInquiry, withdraw: withdrawInquiry } as const;
const stepForm = z.object({ step: z.enum(['send', 'remind', 'withdraw', 'drop']) });

export const actions: Actions = {
	default: action(stepForm, async ({ step }, { locals: { ctx }, params }) => {
		const { slug = '', id = '' } = params;
		const base = `/buero/netzwerk/${slug}/rundfragen`;
		if (step === 'drop') {
			await dropInquiry(ctx, { slug, id });
			return redirect(303, `${base}?verworfen=ja`);
		}
		await commands[step](ctx, { slug, id });
		return redirect(303, `${base}/${id}?getan=${done[step]}`);
	})
};

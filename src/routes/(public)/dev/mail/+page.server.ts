import { redirect } from '@sveltejs/kit';
import { notFound } from '#lib/refusal.ts';
import { listKeptMails } from '#lib/server/mailbox.ts';
import { sendPostNow } from '#modules/people/server/send-post-now.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { env } = locals.house;
	if (!env.DEMO && !import.meta.env.DEV) throw notFound();
	const mails = (await listKeptMails(env)).map(({ id, to, subject, date }) => ({ id, to, subject, date }));
	return { mails, now: locals.ctx.now, asked: url.searchParams.has('angestossen'), overSmtp: env.SMTP_URL !== undefined };
};

export const actions: Actions = {
	note: async ({ locals }) => {
		await sendPostNow(locals.ctx, { demo: locals.house.env.DEMO });
		redirect(303, '/dev/mail?angestossen=ja');
	},
	brief: async ({ locals }) => {
		await sendPostNow(locals.ctx, { demo: locals.house.env.DEMO, brief: true });
		redirect(303, '/dev/mail?angestossen=ja');
	}
};

import { notFound } from '#lib/refusal.ts';
import { findKeptMail } from '#lib/server/mailbox.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { env } = locals.house;
	if (!env.DEMO && !import.meta.env.DEV) throw notFound();
	const mail = await findKeptMail(env, params.id);
	if (!mail) throw notFound('Diese Mail gibt es nicht mehr.');
	return { mail, now: locals.ctx.now };
};

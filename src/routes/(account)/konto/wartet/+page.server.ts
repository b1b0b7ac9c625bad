import { listAsks } from '#modules/people/server/list-asks.ts';
import { findMailSettings } from '#modules/people/server/find-mail-settings.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const { minutes, weekday, hour, absence } = await findMailSettings(ctx);
	return { ...(await listAsks(ctx)), rhythm: { minutes, weekday, hour, absence }, now: ctx.now };
};

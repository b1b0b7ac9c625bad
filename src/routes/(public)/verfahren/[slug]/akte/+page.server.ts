import { Handed } from '#lib/handed.ts';
import { notFound } from '#lib/refusal.ts';
import { findRecordPage } from '#modules/procedures/server/find-record.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

const size = 50;

export const load: PageServerLoad = async ({ locals: { ctx, house }, params, url }) => {
	const page = Number(url.searchParams.get('seite') ?? 1);
	if (!Number.isSafeInteger(page) || page < 1 || page > 100_000) throw notFound();
	const view = await findRecordPage(ctx, { slug: params.slug, page, size });
	if (page > 1 && !view.entries.length) throw notFound();
	return { page, pages: Math.ceil(view.total / size), base: house.env.baseUrl, view: new Handed(view) };
};

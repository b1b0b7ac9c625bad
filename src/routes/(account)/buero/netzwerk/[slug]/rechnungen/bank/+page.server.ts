import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { many, optionalText } from '#lib/forms.ts';
import { action } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { bookEntries, bookEntry } from '#modules/invoices/server/book-entries.ts';
import { listBankEntries } from '#modules/invoices/server/list-bank-entries.ts';
import { setAsideEntry } from '#modules/invoices/server/set-aside-entry.ts';
import { uploadBankFile } from '#modules/invoices/server/upload-bank-file.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params: { slug }, url }) => {
	const aside = url.searchParams.has('beiseite');
	const [found, fresh, booked] = ['gefunden', 'neu', 'gebucht'].map((name) => Number(url.searchParams.get(name) ?? Number.NaN));
	return { bank: await listBankEntries(ctx, slug, aside ? 'set_aside' : 'open'), aside, said: { found, fresh, booked } };
};

const slugOnly = z.object({ slug: z.string() });
const entry = slugOnly.extend({ id: z.uuid('Diesen Umsatz gibt es nicht mehr.') });
const back = (slug: string, said: string) => redirect(303, `/buero/netzwerk/${slug}/rechnungen/bank?${said}`);

export const actions: Actions = {
	upload: action(slugOnly, async ({ slug }, { locals: { ctx } }, data) => {
		const [file] = await readUploads(data, 'file');
		if (!file) return fail(422, { values: {}, issues: { file: ['Bitte eine Datei wählen.'] } });
		const { found, fresh } = await uploadBankFile(ctx, { slug, ...file });
		return back(slug, `gefunden=${found}&neu=${fresh}`);
	}),
	sure: action(slugOnly.extend({ ids: many(z.uuid()) }), async ({ slug, ids }, { locals: { ctx } }) =>
		back(slug, `gebucht=${await bookEntries(ctx, { slug, ids })}`)
	),
	book: action(entry.extend({ invoiceId: z.uuid('Bitte eine Rechnung wählen.') }), async (input, { locals: { ctx } }) => {
		await bookEntry(ctx, input);
		return back(input.slug, 'gebucht=1');
	}),
	aside: action(
		entry.extend({ note: optionalText(200), back: z.string().optional() }),
		async ({ back: again, ...input }, { locals: { ctx } }) => {
			await setAsideEntry(ctx, { ...input, back: again === 'ja' });
			return back(input.slug, again === 'ja' ? '' : 'gelegt');
		}
	)
};

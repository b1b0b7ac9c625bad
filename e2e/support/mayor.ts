import type { Page } from 'playwright-core';
import pg from 'pg';
import { inject } from 'vitest';
import { openEmbedded } from '#lib/server/postgres.ts';
import { linkIn, mailTo } from './mail.ts';

/** Somebody who governs a town that has not been claimed yet, fresh on every run. Returns the address to sign in with. */
export async function plantMayor({ ags, name }: { ags: string; name: string }): Promise<string> {
	const { url } = process.env.DATABASE_URL ? { url: process.env.DATABASE_URL } : await openEmbedded(inject('dataDir'), 'share');
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	const email = `rathaus-${ags}-${Date.now()}@stadt.example`;
	await client.query(
		`insert into organisations (id, slug, kind, name, ags, place_ags, sector, claimed_at, published_at, created_at, updated_at)
			select gen_random_uuid(), slug, 'municipality', name_short, ags, ags, 'local_authorities', now(), now(), now(), now() from municipalities where ags = $1
			on conflict do nothing`,
		[ags]
	);
	await client.query('insert into people (id, name, email, email_verified) values (gen_random_uuid(), $1, $2, true)', [name, email]);
	await client.query(
		`insert into seats (id, organisation_id, person_id, function, rights, starts_at, created_at)
			select gen_random_uuid(), o.id, p.id, 'mayor', 'manage', now() - interval '1 year', now() from organisations o, people p where o.ags = $1 and p.email = $2`,
		[ags, email]
	);
	await client.end();
	return email;
}

/** Signs in by mail from the page that asked for it, and comes back to where the person wanted to go. */
export async function enterByMail(page: Page, email: string): Promise<void> {
	await page.getByLabel('Mailadresse').fill(email);
	await page.getByRole('button', { name: 'Link schicken' }).click();
	await page.getByRole('heading', { name: 'Die Mail ist unterwegs' }).waitFor();
	await page.goto(linkIn(await mailTo(email)));
	await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
}

import { dayOf } from '#lib/calendar.ts';
import type { Paper } from '#lib/server/pdf/blocks.ts';
import { qrOf } from '#lib/server/qr.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { guestSheet, officeSheet } from '../sheet.ts';
import { findTour } from './find-tour.ts';
import { viewOwnTour } from './view-tour.ts';

/** The sheet for whoever leads the tour. 404 for everybody who does not plan it. */
export async function findOfficeSheet(ctx: Ctx, viewingId: string): Promise<Paper> {
	const { viewing, organisation, tour, stops, way, staying } = await findTour(ctx, viewingId);
	return officeSheet({ viewing, organisation: organisation.name, guides: tour.guides, stops, way, staying, today: dayOf(ctx.now) });
}

/** The sheet for those who come. `base`: the address of the installation. 404 for everybody who has not signed up. */
export async function findGuestSheet(ctx: Ctx, { viewingId, base }: { viewingId: string; base: string }): Promise<Paper> {
	const { viewing, tour } = await viewOwnTour(ctx, viewingId);
	const address = `${base}/termine/${viewingId}/unterwegs`;
	const { organisation } = viewing;
	return guestSheet({ viewing, organisation, guides: tour.guides, tour, qr: qrOf(address), address, today: dayOf(ctx.now) });
}

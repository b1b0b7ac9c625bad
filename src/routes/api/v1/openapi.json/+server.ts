import { apiCalls } from '../../../../api-calls.server.ts';
import { answer, api } from '#lib/server/api.ts';
import { openApi } from '#modules/interop/openapi.ts';
import type { RequestEvent } from './$types';

export const GET = api((event: RequestEvent) => answer(event, openApi(apiCalls, event.locals.house.env.baseUrl)));

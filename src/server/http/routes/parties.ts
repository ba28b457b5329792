import { IdParams } from '../../../wire/base.ts'
import { DeviceCovers } from '../../../wire/devices.ts'
import * as wire from '../../../wire/parties.ts'
import { deviceCovers } from '../parties/device.ts'
import * as parties from '../parties/parties.ts'
import { route } from '../route.ts'

export const PARTY_ROUTES = [
  route({
    at: 'GET /customers',
    permission: 'customer.read',
    query: wire.NameQuery,
    answer: wire.CustomerPage,
    handle: parties.listCustomers,
  }),
  route({ at: 'GET /customers/{id}', permission: 'customer.read', params: IdParams, answer: wire.Customer, handle: parties.getCustomer }),
  route({
    at: 'POST /customers',
    permission: 'customer.manage',
    body: wire.AddCustomer,
    answer: wire.Customer,
    status: 201,
    handle: parties.newCustomer,
  }),
  route({
    at: 'PATCH /customers/{id}',
    permission: 'customer.manage',
    params: IdParams,
    body: wire.ChangeCustomer,
    answer: wire.Customer,
    handle: parties.changeCustomer,
  }),
  route({ at: 'GET /sites', permission: 'site.read', query: wire.SiteQuery, answer: wire.SitePage, handle: parties.listSites }),
  route({ at: 'GET /sites/{id}', permission: 'site.read', params: IdParams, answer: wire.Site, handle: parties.getSite }),
  route({ at: 'POST /sites', permission: 'site.manage', body: wire.AddSite, answer: wire.Site, status: 201, handle: parties.newSite }),
  route({
    at: 'PATCH /sites/{id}',
    permission: 'site.manage',
    params: IdParams,
    body: wire.ChangeSite,
    answer: wire.Site,
    handle: parties.changeSite,
  }),
  route({ at: 'GET /zones', permission: 'site.read', answer: wire.ZoneList, handle: parties.listZones }),
  route({ at: 'GET /assets', permission: 'asset.read', query: wire.AssetQuery, answer: wire.AssetPage, handle: parties.listAssets }),
  route({ at: 'GET /assets/{id}', permission: 'asset.read', params: IdParams, answer: wire.Asset, handle: parties.getAsset }),
  route({
    at: 'GET /assets/{id}/covers',
    permission: 'asset.read',
    params: IdParams,
    answer: DeviceCovers,
    handle: deviceCovers,
  }),
  route({ at: 'POST /assets', permission: 'asset.manage', body: wire.AddAsset, answer: wire.Asset, status: 201, handle: parties.newAsset }),
  route({
    at: 'PATCH /assets/{id}',
    permission: 'asset.manage',
    params: IdParams,
    body: wire.ChangeAsset,
    answer: wire.Asset,
    handle: parties.changeAsset,
  }),
]

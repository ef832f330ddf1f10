import type { Placement } from "../../contract/placement.ts";
import type { OpenstackDataSourceType, OpenstackResourceType } from "../types.ts";
import { region } from "./shared.ts";

/** Keys and secrets by Barbican. */
export const resources = {
  openstack_keymanager_container_v1: region,
  openstack_keymanager_order_v1: region,
  openstack_keymanager_secret_v1: region,
} satisfies Partial<Record<OpenstackResourceType, Placement>>;

export const dataSources = {
  openstack_keymanager_container_v1: region,
  openstack_keymanager_secret_v1: region,
} satisfies Partial<Record<OpenstackDataSourceType, Placement>>;

/** `terroir/stacks`: complete environments, made of the constructs and open like them. */

export { FarmPlatform, type FarmPlatformProps } from "./agriculture/farm-platform.ts";
export { Collaboration, type CollaborationProps, type CollaborationSoftware } from "./collaboration/collaboration.ts";
export { DataPlatform, type DataPlatformProps } from "./data-platform/data-platform.ts";
export { EnergyGrid, type EnergyGridProps } from "./energy/energy-grid.ts";
export { FinancePlatform, type FinancePlatformProps } from "./finance/finance-platform.ts";
export { HealthPlatform, type HealthPlatformProps } from "./health/health-platform.ts";
export { Factory, type FactoryProps } from "./industry/factory.ts";
export type { LandingReport, LeftOut, MovablePart, Moved, Needed, NeededBy, Part, SelfRunPart } from "./landing-zone/parts.ts";
export { Spoke, type SpokeProps } from "./landing-zone/spoke.ts";
export {
  type GroundProps,
  type LandingPlace,
  LandingZone,
  type LandingZoneProps,
  type SecondPlace,
  type Topology,
} from "./landing-zone.ts";
export { MobilityDataSpace, type MobilityDataSpaceProps } from "./mobility/mobility-data-space.ts";
export { Edge, type EdgeProps } from "./parts/edge.ts";
export type { JupyterHub } from "./parts/jupyterhub.ts";
export { Machines, type MachinesProps } from "./parts/machines.ts";
export type { Nextcloud } from "./parts/nextcloud.ts";
export { PostgreSql, type PostgreSqlProps } from "./parts/postgresql.ts";
export type { Software } from "./parts/software.ts";
export { PublicService, type PublicServiceProps } from "./public-sector/public-service.ts";
export { Sector, type SectorDatabase } from "./sector.ts";
export { SmartLiving, type SmartLivingProps } from "./smart-living/smart-living.ts";
export { type SideProps, TwoOperators, type TwoOperatorsProps } from "./two-operators.ts";

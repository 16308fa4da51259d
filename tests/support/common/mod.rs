pub mod contract;
pub mod dispatch;
pub mod document;
pub mod mock;
pub mod received;
pub mod same;
pub mod wire;

//! Tables in every format.

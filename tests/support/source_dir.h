#pragma once

/// Names the repository that a test reads schemas, policies and cases from.
/// Source: the build writes it into one file of its own, so that all others compile to the same in every clone.
extern const char kSourceDir[];
